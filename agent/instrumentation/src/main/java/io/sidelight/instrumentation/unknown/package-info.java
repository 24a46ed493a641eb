/**
 * Servers and clients that are not instrumented: recognised, so that the agent can say why there
 * are no lines. {@link io.sidelight.instrumentation.unknown.Recognised} has the names.
 */
@NullMarked
package io.sidelight.instrumentation.unknown;

import org.jspecify.annotations.NullMarked;
