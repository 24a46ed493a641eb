package io.sidelight.instrumentation.urlconnection;

import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is about to be written, with all of its headers. Those that are added are taken
 * out again when it is written: the application can ask the connection for its headers.
 */
final class WrittenRequest extends ConnectionExchange {

  private final Object headers;
  private final List<String> added = new ArrayList<>(2);

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
    added.add(name);
  }

  void written() {
    for (String name : added) {
      MessageHeaders.remove(headers, name);
    }
  }
}
