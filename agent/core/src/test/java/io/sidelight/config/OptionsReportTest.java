package io.sidelight.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsReportTest {
  @TempDir Path folder;

  @Test
  void report_ofAConfig_hasEveryOptionWithValueSourceAndDefault() throws IOException {
    Config config =
        new Fixture().property("sidelight.env", "prod").argument("level.http=DEBUG").config();
    StringBuilder report = new StringBuilder();

    OptionsReport.print(config, report);

    List<String> rows = report.toString().lines().map(row -> row.replaceAll(" {2,}", "|")).toList();
    assertThat(rows)
        .hasSize(Options.all().size() + 1) // a heading; level.http for its family
        .contains(
            "OPTION|VALUE|SOURCE|DEFAULT",
            "sidelight.env|prod|system property|-",
            "sidelight.service|Spring's name, jar or main class|default|Spring's name, jar or main"
                + " class",
            "sidelight.output.max-size|10MB|default|10MB",
            "sidelight.level.http|DEBUG|agent argument|as its parent");
  }

  @Test
  void report_withASecret_masksIt() throws IOException {
    Option<String> token =
        Option.of("token", new TextKind(0, 99, "text"), "", "A secret.").secret();
    StringBuilder report = new StringBuilder();

    OptionsReport.print(
        new Fixture().argument("token=hunter2").load(new Catalog(List.of(token))).current(),
        report);

    assertThat(report.toString()).contains("[REDACTED]").doesNotContain("hunter2");
  }

  @Test
  void report_withAFileThatIsOverridden_saysSo() throws IOException {
    StringBuilder report = new StringBuilder();

    OptionsReport.print(
        new Fixture()
            .property("sidelight.env", "prod")
            .file(folder.resolve("f"), "version=1\nenv=test")
            .config(),
        report);

    assertThat(report.toString())
        .endsWith(
            "\nThe option env in line 2 of the options file has no effect: the system property"
                + " sidelight.env sets the same and comes first.\n");
  }

  @Test
  void check_ofAGoodFile_findsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "level=DEBUG\nsidelight.output.queue=100");

    assertThat(OptionsReport.check(file.toString(), new Switches())).isEmpty();
  }

  @Test
  void check_ofABadFile_findsWhatIsWrong() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "levle=DEBUG\noutput.queue=1");

    assertThat(OptionsReport.check(file.toString(), new Switches())).hasSize(2);
  }

  @Test
  void check_ofAMissingFile_saysSo() {
    String path = folder.resolve("none").toString();

    assertThat(OptionsReport.check(path, new Switches()))
        .containsExactly("The options file " + path + " does not exist.");
  }
}
