/**
 * The fallback for servlet containers without an instrumentation of their own: GlassFish, Payara
 * and whatever else runs {@code HttpServlet}. Servlet 3.0 or later.
 *
 * <p>These sources are written against {@code jakarta.servlet}; the module {@code
 * instrumentation-javax} compiles the same sources for {@code javax.servlet}, as package {@code
 * io.sidelight.instrumentation.javaxservlet}. They must do with what Servlet 3.0 has.
 *
 * <p>A request begins with the first servlet that it reaches on a thread that works for no request
 * yet ({@link io.sidelight.instrumentation.servlet.ServiceAdvice}): where the container has an
 * instrumentation of its own, the thread does, and the fallback steps aside. It completes when that
 * servlet returns, or with its {@code AsyncContext}. A request attribute leads back to it on every
 * later dispatch.
 *
 * <p>What can't be known from here: requests that reach no {@code HttpServlet}, because the
 * container or a filter answers them; what filters and error pages make of a response after the
 * servlet; the time before the servlet; the bytes of either body; whether the client got it all.
 */
@NullMarked
package io.sidelight.instrumentation.servlet;

import org.jspecify.annotations.NullMarked;
