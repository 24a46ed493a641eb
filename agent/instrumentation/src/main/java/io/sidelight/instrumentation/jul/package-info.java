/**
 * {@code java.util.logging} of JDK 11 to 25, and formatters for it of Tomcat and Spring Boot.
 *
 * <p>A record has no place for the request, so what is known of it stands beside it by identity
 * ({@link io.sidelight.log.LoggedLine}) from {@code Logger.log(LogRecord)} on, where every line
 * goes by ({@link io.sidelight.instrumentation.jul.JulLoggerAdvice.LogAdvice}). Formatters that
 * have a pattern show it ({@link io.sidelight.instrumentation.jul.RenderedLine}).
 *
 * <p>Nothing of {@code java.util.logging} is touched before the application does: the first to do
 * so decides which log manager there is.
 */
@NullMarked
package io.sidelight.instrumentation.jul;

import org.jspecify.annotations.NullMarked;
