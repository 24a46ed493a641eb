package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the lists in {@code docs/redaction.md} and {@code redaction-rules.txt} the same. */
class RedactionPageTest {
  private static final String COMMAND =
      "mvn -pl agent/core test -Dtest=RedactionPageTest -Dsidelight.docs.update=true";
  private static final String START = "<!-- lists: " + COMMAND + " -->\n";
  private static final String END = "<!-- end of lists -->";

  @Test
  void redactionPage_comparedWithTheRules_isTheSame() throws IOException {
    Path page = repository().resolve("docs").resolve("redaction.md");
    String written = Files.readString(page).replace("\r\n", "\n");
    String rendered = withLists(written);

    if (Boolean.getBoolean("sidelight.docs.update")) {
      Files.writeString(page, rendered);
      return;
    }
    assertThat(written)
        .as("docs/redaction.md differs from redaction-rules.txt; write it anew with: %s", COMMAND)
        .isEqualTo(rendered);
  }

  private static String withLists(String page) throws IOException {
    assertThat(page).contains(START, END);
    String before = page.substring(0, page.indexOf(START) + START.length());
    return before + "\n```ini\n" + rules() + "```\n\n" + page.substring(page.indexOf(END));
  }

  private static String rules() throws IOException {
    try (InputStream in = RulesFile.class.getResourceAsStream("redaction-rules.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("docs/redaction.md"))) {
      folder = folder.getParent();
    }
    assertThat(folder).as("a folder above with docs/redaction.md").isNotNull();
    return folder;
  }
}
