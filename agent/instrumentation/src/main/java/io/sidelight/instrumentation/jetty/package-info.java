/**
 * Jetty 9.4, 10 and 11. Everything here is typed against Jetty's own classes and calls no method
 * whose signature names a Servlet type, so one adapter serves {@code javax} and {@code jakarta}.
 *
 * <p>How a request goes by: {@code HttpChannel.handle} begins it when it is entered for the first
 * time ({@link io.sidelight.instrumentation.jetty.JettyRequestAdvice.HandleAdvice}) and is entered
 * again whenever an asynchronous one goes on; {@code sendResponse} is where the header is made sure
 * of ({@link io.sidelight.instrumentation.jetty.JettyResponseAdvice.CommitAdvice}); and {@code
 * onCompleted}, right before the access log, completes it ({@link
 * io.sidelight.instrumentation.jetty.JettyRequestAdvice.CompletionAdvice}). What Jetty can't read
 * never sees {@code handle} but {@code onBadMessage} ({@link
 * io.sidelight.instrumentation.jetty.JettyRequestAdvice.RefusalAdvice}).
 */
@NullMarked
package io.sidelight.instrumentation.jetty;

import org.jspecify.annotations.NullMarked;
