/**
 * JBoss LogManager 2.1 to 3.2, which is behind WildFly's and Quarkus' lines.
 *
 * <p>A record's context (MDC) is answered with the request in it ({@link
 * io.sidelight.instrumentation.jbosslog.JbossRecordAdvice.RecordContextAdvice}), so that any
 * pattern and any formatter has it; the context of the thread is left as it is. Levels are asked
 * for where all of a logger's methods ask ({@link
 * io.sidelight.instrumentation.jbosslog.JbossLoggerAdvice.EffectiveLevelAdvice}).
 */
@NullMarked
package io.sidelight.instrumentation.jbosslog;

import org.jspecify.annotations.NullMarked;
