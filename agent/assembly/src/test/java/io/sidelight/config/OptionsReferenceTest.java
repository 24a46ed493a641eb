package io.sidelight.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/options.md} and the declarations the same. */
class OptionsReferenceTest {
  private static final String COMMAND =
      "mvn -pl agent/assembly -am test -Dtest=OptionsReferenceTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dsidelight.docs.update=true";
  private static final String START = "<!-- table: " + COMMAND + " -->\n";
  private static final String END = "<!-- end of table -->";

  @Test
  void optionsPage_comparedWithDeclarations_isTheSame() throws IOException {
    Path page = repository().resolve("docs").resolve("options.md");
    String written = Files.readString(page).replace("\r\n", "\n");
    String rendered = withTable(written);

    if (Boolean.getBoolean("sidelight.docs.update")) {
      Files.writeString(page, rendered);
      return;
    }
    assertThat(written)
        .as("docs/options.md differs from the declared options; write it anew with: %s", COMMAND)
        .isEqualTo(rendered);
  }

  private static String withTable(String page) {
    assertThat(page).contains(START, END);
    String before = page.substring(0, page.indexOf(START) + START.length());
    return before + "\n" + OptionsReference.table() + "\n" + page.substring(page.indexOf(END));
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("docs/options.md"))) {
      folder = folder.getParent();
    }
    assertThat(folder).as("a folder above with docs/options.md").isNotNull();
    return folder;
  }
}
