/**
 * Eclipse Jetty 12: core handlers, and the servlets of all its Jakarta EE environments, which run
 * on the same core. Everything here is typed against the public classes of {@code jetty-server},
 * since the ones that are woven are internal and, on the module path, not accessible.
 *
 * <p>How a request goes by: its response is made ({@link
 * io.sidelight.instrumentation.jetty12.Jetty12RequestAdvice.ResponseAdvice}) and an exchange is
 * hung on its stream; {@code HandlerInvoker.run} begins it ({@link
 * io.sidelight.instrumentation.jetty12.Jetty12RequestAdvice.HandleAdvice}), or {@code
 * ChannelCallback.failed} where Jetty refuses it without asking a handler. Before the first write
 * the header is made sure of ({@link
 * io.sidelight.instrumentation.jetty12.Jetty12ResponseAdvice.WriteAdvice}). All ways lead to {@code
 * completeStream}, which writes Jetty's own request log ({@link
 * io.sidelight.instrumentation.jetty12.Jetty12RequestAdvice.CompletionAdvice}). Other threads that
 * work for the request enter it by the context or by the servlet channel.
 */
@NullMarked
package io.sidelight.instrumentation.jetty12;

import org.jspecify.annotations.NullMarked;
