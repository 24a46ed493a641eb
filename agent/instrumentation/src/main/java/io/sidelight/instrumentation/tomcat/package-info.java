/**
 * Apache Tomcat 8.5 to 11. Everything here is typed against Tomcat's own classes, whose signatures
 * name no Servlet type, so one adapter serves {@code javax} and {@code jakarta}.
 *
 * <p>How a request goes by: {@code CoyoteAdapter.service} begins it ({@link
 * io.sidelight.instrumentation.tomcat.TomcatRequestAdvice.ServiceAdvice}), an asynchronous one
 * comes back through {@code asyncDispatch}; when the response is committed the header is made sure
 * of ({@link io.sidelight.instrumentation.tomcat.TomcatResponseAdvice.CommitAdvice}); and {@code
 * Request.recycle} of the connector, which all ways lead to right after the access log, completes
 * it ({@link io.sidelight.instrumentation.tomcat.TomcatRequestAdvice.CompletionAdvice}). What the
 * protocol handler refuses by itself never sees {@code service} but goes through {@code
 * CoyoteAdapter.log}.
 */
@NullMarked
package io.sidelight.instrumentation.tomcat;

import org.jspecify.annotations.NullMarked;
