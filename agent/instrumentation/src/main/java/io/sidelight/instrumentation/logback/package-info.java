/**
 * Logback 1.2 to 1.6, with SLF4J 1.7 or 2: the request on the application's own lines, lines as
 * JSON, and which of them are written.
 *
 * <p>A line takes its request along in its context map ({@link
 * io.sidelight.instrumentation.logback.LogbackLineAdvice.CallAppendersAdvice}), set on the thread
 * that logs. Where a pattern has made bytes of it they can be replaced ({@link
 * io.sidelight.instrumentation.logback.LogbackLineAdvice.EncodeAdvice}). What the turbo filters of
 * the logger's context say is where levels can be overruled ({@link
 * io.sidelight.instrumentation.logback.Decision}).
 */
@NullMarked
package io.sidelight.instrumentation.logback;

import org.jspecify.annotations.NullMarked;
