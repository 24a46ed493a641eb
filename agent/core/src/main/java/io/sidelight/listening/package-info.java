/** Notices that the process accepts connections although no server that is followed has started. */
@NullMarked
package io.sidelight.listening;

import org.jspecify.annotations.NullMarked;
