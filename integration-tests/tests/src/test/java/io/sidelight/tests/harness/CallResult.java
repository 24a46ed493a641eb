package io.sidelight.tests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A call that was made.
 *
 * @param seen by the application
 * @param completed the line of the request that it was made for
 * @param calls the lines of the call, or calls
 * @param arrivals what the other side got
 */
public record CallResult(
    String seen, LogLine completed, List<LogLine> calls, List<ReceivedRequest> arrivals) {

  /** The line of the one call. */
  public LogLine line() {
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  /** The sums of the request. */
  public JsonNode deps() {
    return completed.json().path("deps");
  }
}
