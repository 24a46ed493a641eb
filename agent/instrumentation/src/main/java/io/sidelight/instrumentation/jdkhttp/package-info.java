/**
 * Calls that the application makes with {@code java.net.http.HttpClient}.
 *
 * <p>A call begins in {@code MultiExchange.responseAsync}, which is behind {@code send} and {@code
 * sendAsync} of every client; wrappers of the application's own end there, too. The body handler
 * that the application gave is wrapped, which brings the call through the client and tells where
 * the body ends for all handlers alike, before the application learns of it. The future that the
 * application gets is the client's own.
 *
 * <p>Read in the sources of JDK 17.0.15, 17.0.19 and 25, and in part in those of 11 and 21.
 */
@NullMarked
package io.sidelight.instrumentation.jdkhttp;

import org.jspecify.annotations.NullMarked;
