package io.sidelight.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The README promises what the suites ran, no more and no less. Runs after all of them. */
final class CompatibilityTableTest {

  private static final Path README = Path.of("../../README.md");

  @Test
  void readme_afterRunningOnEveryJdk_hasItsTable() throws IOException {
    assumeTrue(
        Settings.matrix() == Settings.Matrix.JDKS && Settings.versions().isEmpty(),
        "only part of the matrix was run");
    String readme = Files.readString(README);
    String table = CompatibilityTable.of(Compatibility.records());
    int begin = readme.indexOf(CompatibilityTable.BEGIN);
    int end = readme.indexOf(CompatibilityTable.END) + CompatibilityTable.END.length();
    if (Boolean.getBoolean("sidelight.docs.update")) {
      Files.writeString(README, readme.substring(0, begin) + table + readme.substring(end));
    } else {
      assertThat(readme.substring(begin, end)).isEqualTo(table);
    }
  }

  @Test
  void everyServerThatPassed_isInTheReadme() throws IOException {
    assumeTrue(System.getProperty("test") == null, "single tests were asked for");
    List<Properties> records = Compatibility.records();
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
