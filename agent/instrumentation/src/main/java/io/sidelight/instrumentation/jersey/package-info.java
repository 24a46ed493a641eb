/**
 * Jersey 2.26 to 4.0: the route of a request. What is used of it names no type of JAX-RS, so the
 * same classes serve {@code javax} and {@code jakarta}.
 */
@NullMarked
package io.sidelight.instrumentation.jersey;

import org.jspecify.annotations.NullMarked;
