/**
 * Calls that the application makes with {@code HttpURLConnection}, http and https.
 *
 * <p>A call begins when the connection connects, whatever of its methods made it do so. Each
 * request that it writes is an attempt; the header is among the others only while they are written.
 * The answer is there when {@code getInputStream} is left, and its body ends in the stream that
 * method returns. Nothing is asked of the connection that would make it do something.
 *
 * <p>Read in the sources of JDK 17.0.19 and 25, and the classes of 17.0.15.
 */
@NullMarked
package io.sidelight.instrumentation.urlconnection;

import org.jspecify.annotations.NullMarked;
