/** The HTTP client of Eclipse Jetty 12, over HTTP/1.1 and HTTP/2. */
@NullMarked
package io.sidelight.instrumentation.jettyclient;

import org.jspecify.annotations.NullMarked;
