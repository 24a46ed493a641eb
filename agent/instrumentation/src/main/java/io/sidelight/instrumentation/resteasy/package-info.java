/**
 * RESTEasy 3.15 and 4.7 to 7.0: the route of a request. What is used of it names no type of JAX-RS,
 * so the same classes serve {@code javax} and {@code jakarta}.
 */
@NullMarked
package io.sidelight.instrumentation.resteasy;

import org.jspecify.annotations.NullMarked;
