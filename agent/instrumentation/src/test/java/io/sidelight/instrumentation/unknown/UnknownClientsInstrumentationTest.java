package io.sidelight.instrumentation.unknown;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownClientsInstrumentationTest {

  private static final String REACTOR =
      "reactor.netty.http.client.HttpClientConnect$HttpClientHandler";
  private static final String NETTY = "io.netty.handler.codec.http.HttpClientCodec";
  private static final String AHC = "org.asynchttpclient.DefaultAsyncHttpClient";
  private static final String OLD_AHC = "com.ning.http.client.AsyncHttpClient";

  @TempDir Path folder;

  private Path file;
  private EventLog log;
  private UnknownClientsInstrumentation clients;

  @BeforeEach
  void openLog() {
    file = folder.resolve("lines");
    log =
        EventLog.start(
            OutputSettings.builder().destination(file.toString()).build(),
            Levels.of(Level.INFO, Map.of()),
            new Redactor(RedactionRules.defaults()));
    log.close(); // from here on each line is written by the thread that logs it
    clients = new UnknownClientsInstrumentation(log);
  }

  @Test
  void client_inAProgramThatWritesNothing_isNotReported() {
    clients.loaded(REACTOR);
    assertThat(file).doesNotExist();
  }

  @Test
  void client_isReportedOnce_whicheverOfItsClassesLoad() throws IOException {
    log.announce();
    clients.loaded(AHC);
    clients.loaded(OLD_AHC);
    clients.loaded(AHC);
    assertThat(lines()).singleElement().asString().contains("(AsyncHttpClient)");
  }

  @Test
  void client_onNetty_isReportedByItsOwnName() throws IOException {
    clients.loaded(REACTOR);
    clients.loaded(NETTY);
    log.announce();
    assertThat(lines()).singleElement().asString().contains("(Reactor Netty HttpClient)");
  }

  @Test
  void client_ofNobodyKnownOnNetty_isReportedAsNetty() throws IOException {
    clients.loaded(NETTY);
    log.announce();
    assertThat(lines()).singleElement().asString().contains("(Netty)");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }
}
