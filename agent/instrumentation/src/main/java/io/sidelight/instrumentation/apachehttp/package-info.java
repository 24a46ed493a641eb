/**
 * The HTTP clients of Apache: HttpClient 4 and HttpAsyncClient, and HttpClient 5 in both of its
 * kinds. Classes whose names have a number are typed against that generation, the others serve
 * both.
 *
 * <p>How a call goes by. A client that blocks: {@code doExecute} is the call, and sets a {@link
 * io.sidelight.instrumentation.apachehttp.ClassicCall} on the thread; the innermost part of the
 * chain asks for a connection and sends, once for each attempt; what holds the connection then is
 * where the end of the body is seen. One that doesn't: the same with an {@link
 * io.sidelight.instrumentation.apachehttp.AsyncCall}, which the I/O threads find again by the
 * client's own object for the exchange, and whose end is the application's future together with the
 * end of the body.
 */
@NullMarked
package io.sidelight.instrumentation.apachehttp;

import org.jspecify.annotations.NullMarked;
