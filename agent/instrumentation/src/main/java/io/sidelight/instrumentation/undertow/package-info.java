/**
 * Undertow 2.2 to 2.4, its core handlers and its servlets. The core half is typed against {@code
 * undertow-core} and never meets the Servlet API; the servlet half touches no method whose
 * signature names a Servlet type, so one class serves {@code javax} and {@code jakarta}.
 *
 * <p>How a request goes by: {@code Connectors.executeRootHandler} begins it, and is entered again
 * for everything that is dispatched ({@link
 * io.sidelight.instrumentation.undertow.UndertowRequestAdvice.RootHandlerAdvice}); {@code
 * Connectors.flattenCookies} runs right before the headers are written ({@link
 * io.sidelight.instrumentation.undertow.UndertowRequestAdvice.CommitAdvice}); and {@code
 * exchangeComplete} of a connection, the end of the chain of completion listeners, completes it
 * ({@link io.sidelight.instrumentation.undertow.UndertowRequestAdvice.CompletionAdvice}). What the
 * parser refuses is answered with a ready-made text and has no response of its own ({@link
 * io.sidelight.instrumentation.undertow.UndertowRequestAdvice.RefusalAdvice}).
 *
 * <p>In WildFly the two halves are in two modules, so their plugin loaders share no static state:
 * the servlet half speaks through {@link io.sidelight.request.RequestScope} only.
 */
@NullMarked
package io.sidelight.instrumentation.undertow;

import org.jspecify.annotations.NullMarked;
