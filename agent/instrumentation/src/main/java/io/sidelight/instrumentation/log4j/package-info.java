/**
 * Log4j 2, from 2.12: which request a line belongs to, how it looks, and whether it is written.
 *
 * <p>Each event takes its context data from an injector, on the thread that logs; {@link
 * io.sidelight.instrumentation.log4j.Log4jContextAdvice.InjectAdvice} puts the request there, and
 * it stays with the event through all of Log4j's queues, buffers and copies. {@link
 * io.sidelight.instrumentation.log4j.Log4jPatternAdvice.TextAdvice} and {@link
 * io.sidelight.instrumentation.log4j.Log4jPatternAdvice.StringAdvice} see what a pattern has made
 * of an event, {@link io.sidelight.instrumentation.log4j.FilterAdvice} what a logger decides. The
 * application's {@code ThreadContext} is read and never changed.
 */
@NullMarked
package io.sidelight.instrumentation.log4j;

import org.jspecify.annotations.NullMarked;
