package io.sidelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void help_noArguments_onStandardOutput() throws IOException {
    assertThat(run()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("-javaagent", "config --check FILE");
    assertThat(err.size()).isZero();
  }

  @Test
  void version_builtByMaven_isNotThePlaceholder() throws IOException {
    assertThat(run("version")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).matches("sidelight \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void config_nothingSet_namesEveryOption() throws IOException {
    assertThat(run("config")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("slow.request", "request-id.header", "instrument.tomcat");
  }

  @Test
  void configCheck_goodFile_zero(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("good"), "slow.request=2s\n");

    assertThat(run("config", "--check", file.toString())).isZero();
    assertThat(err.size()).isZero();
  }

  @Test
  void configCheck_badFile_tellsWhatIsWrongAndFails(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bad"), "slow.reqest=2s\nformat=yaml\n");

    assertThat(run("config", "--check", file.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("slow.request", "format");
  }

  @Test
  void configCheck_missingFile_fails() throws IOException {
    assertThat(run("config", "--check", "no/such/file")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no/such/file");
  }

  @Test
  void unknownCommand_fails() throws IOException {
    assertThat(run("confg")).isEqualTo(2);
    assertThat(run("config", "--chek")).isEqualTo(2);
    assertThat(out.size()).isZero();
  }

  private int run(String... arguments) throws IOException {
    return new Main(
            InputStream.nullInputStream(),
            out,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .execute(List.of(arguments));
  }
}
