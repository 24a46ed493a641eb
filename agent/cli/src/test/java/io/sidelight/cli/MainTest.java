package io.sidelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.Switches;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private static final String[] COMMANDS = {
    "help", "version", "config", "redact", "token", "completion"
  };

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
  void config_somethingWrong_isReportedAsByCheck(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("bad"), "env=a\nslow.reqest=2s\nlevel.htpp=DEBUG\n");
    assertThat(run("config", "--check", file.toString())).isEqualTo(2);
    String problems = err.toString(StandardCharsets.UTF_8);
    assertThat(problems).contains("slow.request", "in line 2", "level.http", "in line 3");
    err.reset();

    System.setProperty("sidelight.config", file.toString());
    try {
      assertThat(run("config")).isZero();
    } finally {
      System.clearProperty("sidelight.config");
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(problems);
  }

  @Test
  void configCheck_withoutFile_saysThatItIsMissing() throws IOException {
    assertThat(run("config", "--check")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("sidelight: config --check needs the FILE to check.")
        .contains("config --check FILE");
  }

  @Test
  void unknownCommand_isNamedWithTheNearest() throws IOException {
    assertThat(run("confg")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("sidelight: Unknown command 'confg'. Did you mean 'config'? Commands:\n")
        .contains("    redact --as", "    token");
    assertThat(out.size()).isZero();
    err.reset();

    assertThat(run("dance\u001b[31m")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("sidelight: Unknown command 'dance\\u001b[31m'. Commands:\n");
    err.reset();

    assertThat(run("help", "tokn")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Did you mean 'token'?");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "config --chek, config does not take '--chek'",
        "config --check a b, config does not take 'b'",
        "version now, version does not take 'now'",
        "redact --jsnl, redact does not take '--jsnl'",
        "redact --as, --as has to be one of",
        "token 15m, token does not take '15m'",
        "token --ttl, --ttl needs a duration",
        "token --ttl 1m 2m, token does not take '2m'",
      })
  void wrongArgument_isNamed(String line, String message) throws IOException {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
    assertThat(out.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help --help",
        "version --help",
        "config --help",
        "config -h",
        "config --check --help",
        "redact --help",
        "redact --as form --help",
        "token --help",
        "help token",
        "--help token",
        "--version --help"
      })
  void help_ofACommand_isItsUsage(String line) throws IOException {
    assertThat(run(line.split(" "))).isZero();
    String name =
        line.contains("token") ? "token" : line.replace("--version", "version").split(" ")[0];
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("  java -jar sidelight-agent.jar <command>\n    " + name);
    assertThat(err.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redact --as hunter2",
        "redact --as=hunter2",
        "redact --jsonl=hunter2",
        "redact --as query --keys=hunter2",
        "token --ttl hunter2",
        "token --ttl=hunter2",
        "token --secret hunter2",
        "token --secret=hunter2",
        "config --secret=hunter2",
        "config --help=hunter2",
        "--secret=hunter2 token",
      })
  void wrongArgument_valueOfAnOption_isNotEchoed(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("sidelight: ")
        .doesNotContain("hunter2", "Exception");
    assertThat(out.size()).isZero();
  }

  @Test
  void wrongOption_isNamedWithTheNearest() {
    assertThat(run("config", "--chek")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "sidelight: config does not take '--chek'. Did you mean '--check'? Usage:\n"
                + "    config\n    config --check FILE\n");
  }

  @Test
  void command_thatThrows_isReportedAsFailed() {
    PrintStream broken =
        new PrintStream(out, true, StandardCharsets.UTF_8) {
          @Override
          public void println(String text) {
            throw new IllegalStateException("broken");
          }
        };
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Main main = new Main(InputStream.nullInputStream(), out, broken, errors, switches());
    assertThat(main.execute(List.of("version"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("sidelight: java.lang.IllegalStateException: broken");
  }

  @Test
  void argument_thatNamesAFile_isNotReadFromThere(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("arguments"), "version");
    assertThat(run("@" + file)).isEqualTo(2);
    assertThat(run("config", "--check", "@" + file)).isEqualTo(2);
    assertThat(out.size()).isZero();
  }

  @Test
  void optionWithEqualsSign_isTakenLikeOneWithABlank(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("good"), "slow.request=2s\n");
    assertThat(run("config", "--check=" + file)).isZero();
  }

  @Test
  void help_ofToken_hasTheBoundsThatCount() {
    assertThat(run("token", "--ttl", "25h")).isEqualTo(2);
    String bounds = "from 1s to 24h";
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(bounds);
    assertThat(run("token", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(bounds);
  }

  @Test
  void help_anyCommand_isPlainText() {
    for (String command : COMMANDS) {
      assertThat(run("help", command)).isZero();
    }
    assertThat(run()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(COMMANDS)
        .matches("[\\n\\x20-\\x7e]+");
  }

  @EnabledOnOs({OS.LINUX, OS.MAC})
  @ParameterizedTest
  @CsvSource({
    "sidelight co, completion config",
    "sidelight config --c, --check",
    "sidelight redact --as m, message multipart",
    "sidelight token --t, --ttl",
  })
  void completion_inBash_offersWhatThereIs(String line, String offered, @TempDir Path folder)
      throws Exception {
    assertThat(run("completion")).isZero();
    Path script = Files.write(folder.resolve("completion"), out.toByteArray());
    String[] words = line.split(" ");
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_sidelight; echo ${COMPREPLY[*]}"
                    .formatted(script, line, words.length - 1))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    bash.getOutputStream().close();
    String reply = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(List.of(reply.split(" "))).containsExactlyInAnyOrder(offered.split(" "));
    assertThat(bash.waitFor()).isZero();
  }

  private int run(String... arguments) {
    return new Main(
            InputStream.nullInputStream(),
            out,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            switches())
        .execute(List.of(arguments));
  }

  private static Switches switches() {
    Switches switches = new Switches();
    switches.add("tomcat", "Whether Tomcat is instrumented.");
    return switches;
  }
}
