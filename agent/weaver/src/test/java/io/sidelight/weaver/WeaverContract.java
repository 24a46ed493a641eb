package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Common to the tests of the weaver: a line that no test expected is a failure. */
abstract class WeaverContract {

  final Weaving weaving = Weaving.instance();

  @BeforeEach
  void forget() throws IOException {
    Recorder.clear();
    weaving.takeLines();
  }

  @AfterEach
  void noOtherLine() throws IOException {
    Recorder.clear();
    assertThat(weaving.takeLines()).isEmpty();
  }

  static void assertDisabled(List<String> lines, String instrumentation, String reason) {
    assertThat(lines)
        .filteredOn(line -> line.contains("\"event\":\"instrumentation_disabled\""))
        .singleElement()
        .asString()
        .contains("\"instrumentation\":\"" + instrumentation + "\"", reason);
  }

  static void assertWarned(List<String> lines, String problem) {
    assertThat(lines)
        .filteredOn(line -> line.contains("\"event\":\"agent_warning\""))
        .singleElement()
        .asString()
        .contains(problem);
  }
}
