package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes: no line is lost at the end of one, and a broken pipe hurts nobody. */
@Timeout(60)
class ProcessEndTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"return,1000,0", "exit,1000,3", "late,1010,0", "first-in-hook,10,0"})
  void lines_beforeTheEnd_areAllWritten(String program, int lines, int exitCode) throws Exception {
    for (String destination : List.of("stdout", folder.resolve(program + ".log").toString())) {
      Path out = folder.resolve("out");
      Process child = start(program, destination).redirectOutput(out.toFile()).start();

      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isEqualTo(exitCode);
      Path written = destination.equals("stdout") ? out : Path.of(destination);
      List<String> all = Files.readAllLines(written);
      assertThat(all).hasSize(lines);
      assertThat(all).allSatisfy(line -> assertThat(TestLines.parse(line).isObject()).isTrue());
    }
  }

  @Test
  void closedPipe_costsLines_isToldOnce_andTheProcessGoesOn() throws Exception {
    Path err = folder.resolve("err");
    Process child = start("closed-pipe", "stdout").redirectError(err.toFile()).start();
    child.getInputStream().close();
    child.getOutputStream().write('\n');
    child.getOutputStream().close();

    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isZero();
    List<String> said = Files.readAllLines(err);
    assertThat(said).hasSize(2).last().isEqualTo("alive");
    assertThat(said.get(0)).startsWith("sidelight: can't write to stdout (");
  }

  /** Nobody reads what the process writes, its standard error neither. */
  @ParameterizedTest
  @ValueSource(strings = {"exit", "exit-blocked"})
  void pipe_thatNobodyReads_doesNotKeepTheProcess(String program) throws Exception {
    Process child = start(program, "stdout").redirectErrorStream(true).start();

    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(3);
  }

  /** At this speed the backlog would take minutes. */
  @Test
  void pipe_thatIsReadSlowly_doesNotKeepTheProcess() throws Exception {
    Process child = start("exit-long", "stdout").start();
    InputStream out = child.getInputStream();
    Thread slow =
        new Thread(
            () -> {
              try {
                while (out.readNBytes(512).length > 0 && child.isAlive()) {
                  LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    slow.start();

    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(3);
    slow.join();
  }

  @Test
  void pipe_isNoTerminal() throws Exception {
    Process child = start("terminal", "stdout").start();

    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.strip()).isEqualTo("false");
    assertThat(Terminal.isTerminal("/dev/tty")).isFalse();
  }

  @Test
  void pseudoTerminal_isATerminal() throws Exception {
    assumeTrue(new File("/usr/bin/script").canExecute());
    List<String> command = start("terminal", "stdout").command();
    Process child =
        new ProcessBuilder("/usr/bin/script", "-qec", String.join(" ", command), "/dev/null")
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();

    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.strip()).endsWith("true");
  }

  private static ProcessBuilder start(String program, String destination) throws IOException {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-cp",
        System.getProperty("java.class.path"),
        ChildProgram.class.getName(),
        program,
        destination);
  }
}
