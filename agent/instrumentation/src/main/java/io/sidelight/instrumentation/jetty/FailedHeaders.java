package io.sidelight.instrumentation.jetty;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * The answer that Jetty has for a response whose headers are too large: an empty 500 that all
 * requests share, and that can therefore not carry the ID of one.
 */
final class FailedHeaders {

  private FailedHeaders() {}

  /**
   * Takes down that a request is answered like this.
   *
   * @return a copy with the request's ID to be sent instead; null for every other response
   */
  static MetaData.@Nullable Response answer(
      HttpConnection connection, MetaData.@Nullable Response response) {
    if (response != HttpGenerator.RESPONSE_500_INFO) {
      return null;
    }
    JettyExchange exchange = JettyExchange.of(connection.getHttpChannel());
    if (exchange == null) {
      return null;
    }
    Iterable<HttpField> fields = JettyVersion.copyOfFields(response);
    exchange.headersFailed(fields);
    return JettyVersion.response(response.getStatus(), fields);
  }
}
