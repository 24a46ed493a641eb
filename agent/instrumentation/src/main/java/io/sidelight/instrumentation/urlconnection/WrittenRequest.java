package io.sidelight.instrumentation.urlconnection;

import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * A request that is about to be written, with all of its headers. The one that is added is taken
 * out again when it is written: the application can ask the connection for its headers.
 */
final class WrittenRequest extends ConnectionExchange {

  private final Object headers;
  private @Nullable String added;

  WrittenRequest(HttpURLConnection connection, Object headers) {
    super(connection);
    this.headers = headers;
  }

  @Override
  public @Nullable String header(String name) {
    return MessageHeaders.find(headers, name);
  }

  @Override
  public void setHeader(String name, String value) {
    MessageHeaders.set(headers, name, value);
    added = name;
  }

  void written() {
    if (added != null) {
      MessageHeaders.remove(headers, added);
    }
  }
}
