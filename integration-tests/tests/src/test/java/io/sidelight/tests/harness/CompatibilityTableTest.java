package io.sidelight.tests.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README promises what the suites ran, no more and no less. Runs after all of them. */
final class CompatibilityTableTest {

  private static final Path README = Path.of("../../README.md");

  static List<CompatibilityTable> tables() {
    return List.of(
        CompatibilityTable.SERVERS, CompatibilityTable.CLIENTS, CompatibilityTable.LOGGING);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void readme_afterRunningOnEveryJdk_hasItsTable(CompatibilityTable table) throws IOException {
    assumeTrue(
        Settings.matrix() == Settings.Matrix.JDKS && Settings.versions().isEmpty(),
        "only part of the matrix was run");
    String readme = Files.readString(README);
    String text = table.of(Compatibility.records(table.kind()));
    int begin = readme.indexOf(table.begin());
    int end = readme.indexOf(table.end()) + table.end().length();
    if (Boolean.getBoolean("sidelight.docs.update")) {
      Files.writeString(README, readme.substring(0, begin) + text + readme.substring(end));
    } else {
      assertThat(readme.substring(begin, end)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everythingThatPassed_isInTheReadme(CompatibilityTable table) throws IOException {
    assumeTrue(System.getProperty("test") == null, "single tests were asked for");
    List<Properties> records = Compatibility.records(table.kind());
    assertThat(records).isNotEmpty();
    String readme = Files.readString(README);
    for (Properties record : records) {
      assertThat(readme)
          .as("the row of %s", record)
          .contains("| " + record.getProperty("server") + " | ")
          .contains(record.getProperty("version"));
    }
  }
}
