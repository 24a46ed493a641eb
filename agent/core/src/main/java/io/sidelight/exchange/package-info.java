/**
 * What the core asks of a container: the interfaces that an instrumentation's adapters implement.
 */
@NullMarked
package io.sidelight.exchange;

import org.jspecify.annotations.NullMarked;
