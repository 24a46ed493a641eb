/** From an event to bytes at their destination: encoders, queue, writer thread, destinations. */
@NullMarked
package io.sidelight.output;

import org.jspecify.annotations.NullMarked;
