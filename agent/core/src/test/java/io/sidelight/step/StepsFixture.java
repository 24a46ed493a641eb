package io.sidelight.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sidelight.config.LiveConfig;
import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import io.sidelight.request.FakeExchange;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The core with steps, and a request on the test's own thread. */
final class StepsFixture implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  final RequestLifecycle lifecycle;
  final Steps steps;
  private final EventLog log;
  private final Path file;

  /**
   * @param options as in the agent's argument
   */
  StepsFixture(Path folder, String options) {
    file = folder.resolve("lines");
    log =
        EventLog.start(
            OutputSettings.builder().destination(file.toString()).build(),
            Levels.of(Level.INFO, Map.of()),
            new Redactor(RedactionRules.defaults()));
    log.close(); // from here on each line is written by the thread that logs it
    LiveConfig config = LiveConfig.load(options);
    lifecycle = RequestLifecycle.install(log, config.current());
    steps = Steps.install(log, config.current(), lifecycle);
  }

  RequestScope enterRequest() {
    RequestScope scope = lifecycle.begin(new FakeExchange());
    RequestScope.makeCurrent(scope).keep();
    return scope;
  }

  /** Completes the request and returns its sums. */
  JsonNode complete(RequestScope scope) throws IOException {
    RequestScope.makeCurrent(null).keep();
    lifecycle.complete(scope);
    List<JsonNode> completed = lines("request_completed");
    return completed.get(completed.size() - 1).path("steps");
  }

  List<JsonNode> lines(String event) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        JsonNode json = JSON.readTree(line);
        if (json.path("event").asText().equals(event)) {
          lines.add(json);
        }
      }
    }
    return lines;
  }

  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    lines("agent_warning").forEach(line -> problems.add(line.path("problem").asText()));
    return problems;
  }

  @Override
  public void close() {
    RequestScope.makeCurrent(null).keep();
    log.close();
  }
}
