package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What holds for a connection that goes on in another protocol, as those of WebSockets do. */
final class UpgradeRules {

  private static final String GREETING = "welcome";

  private UpgradeRules() {}

  /**
   * Reads the answer to a request for an upgrade, and the greeting in the new protocol, before
   * which the server makes a call.
   */
  static void check(RunningService server, RawHttp connection, String id) throws IOException {
    int before = calls(server).size();
    assertThat(server.trace(connection.receive(false)).line().status()).isEqualTo(101);
    byte[] greeting = connection.receive(GREETING.length());
    assertThat(new String(greeting, StandardCharsets.US_ASCII)).isEqualTo(GREETING);
    connection.awaitEnd();
    LogLine call =
        server
            .jvm()
            .await(
                "the call of the upgraded connection",
                () -> calls(server).size() > before ? calls(server).get(before) : null);
    assertThat(call.requestId()).as("request of %s", call).isEqualTo("-");
    assertThat(server.completed(id).has("deps")).isFalse();
  }

  private static List<LogLine> calls(RunningService server) {
    return server.jvm().lines().stream()
        .filter(line -> line.text("url").equals("http://localhost:1/upgraded"))
        .toList();
  }
}
