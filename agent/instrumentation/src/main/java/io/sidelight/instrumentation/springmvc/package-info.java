/**
 * Spring MVC 5.0 to 7.0: the route of a request. Its API is the same with {@code javax} and with
 * {@code jakarta} as long as no type of the Servlet API is named, and none is.
 */
@NullMarked
package io.sidelight.instrumentation.springmvc;

import org.jspecify.annotations.NullMarked;
