package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs {@link RedactorFuzz}: on the inputs in {@code src/test/resources/…/fuzz}, which are seeds
 * and whatever was found once, and then under Jazzer, which looks for more by coverage.
 *
 * <p>Jazzer has {@value #SECONDS_BY_DEFAULT} seconds, or what {@code -Dfuzz.seconds=600} says. It
 * keeps what it learns in {@code target/fuzz}; an input that fails is there as {@code crash-…}, to
 * be put into the folder of inputs together with the correction.
 */
class RedactorFuzzTest {

  private static final int SECONDS_BY_DEFAULT = 12;
  private static final Path INPUTS = Path.of("src/test/resources/io/sidelight/redact/fuzz");
  private static final Path LEARNT = Path.of("target/fuzz");

  static Stream<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(INPUTS)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void input_thatIsKept_holds(Path input) throws IOException {
    for (String line : Files.readAllLines(input, StandardCharsets.ISO_8859_1)) {
      RedactorFuzz.fuzzerTestOneInput(line.getBytes(StandardCharsets.ISO_8859_1));
    }
    RedactorFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
  }

  @Test
  void inputsFoundByCoverage_hold(@TempDir Path seeds) throws Exception {
    int seconds = Integer.getInteger("fuzz.seconds", SECONDS_BY_DEFAULT);
    Assumptions.assumeTrue(seconds > 0);
    writeSeeds(seeds);
    Files.createDirectories(LEARNT);
    Path output = LEARNT.resolve("output.txt");
    Process jazzer =
        new ProcessBuilder(command(seconds, seeds))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = jazzer.waitFor(seconds + 120, TimeUnit.SECONDS);
    jazzer.destroyForcibly();
    String told = Files.readString(output, StandardCharsets.ISO_8859_1);
    assertThat(ended).as(told).isTrue();
    assertThat(jazzer.waitFor()).as(told).isZero();
    assertThat(told).contains("Instrumented io.sidelight.redact.TextScanner").contains("\nDone ");
  }

  private static List<String> command(int seconds, Path seeds) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("-Xmx512m");
    if (seconds <= 60) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.add("-XX:+EnableDynamicAgentLoading");
    command.add("-cp");
    command.add(classPath());
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + RedactorFuzz.class.getName());
    command.add("--instrumentation_includes=io.sidelight.redact.**");
    command.add("-print_final_stats=1");
    command.add("--reproducer_path=" + LEARNT);
    command.add("-artifact_prefix=" + LEARNT + File.separator);
    command.add("-max_total_time=" + seconds);
    command.add("-timeout=10");
    command.add("-rss_limit_mb=2048");
    command.add("-max_len=2048");
    command.add("-dict=" + seeds.resolveSibling(seeds.getFileName() + ".dict"));
    Path learnt = LEARNT.resolve("learnt");
    try {
      Files.createDirectories(learnt);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    command.add(learnt.toString());
    command.add(seeds.toString());
    return command;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** The corpus for all channels, and its words and the marks of vendors as a dictionary. */
  private static void writeSeeds(Path seeds) throws IOException {
    int number = 0;
    for (CorpusTest.Case c : CorpusTest.cases()) {
      for (char letter : letters(c.channel())) {
        Files.writeString(seeds.resolve("corpus-" + number++), letter + "a" + c.input());
      }
    }
    for (Path input : inputs().toList()) {
      for (String line : Files.readAllLines(input, StandardCharsets.ISO_8859_1)) {
        Files.write(seeds.resolve("kept-" + number++), line.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    StringBuilder dictionary = new StringBuilder();
    RulesFile rules = RulesFile.load();
    for (String section : List.of("words", "last words", "path words", "vendor keys")) {
      for (String entry : rules.section(section)) {
        String literal = entry.replaceAll("\\{[^}]*}", "");
        dictionary.append(dictionaryEntry(literal.split(" ")[0]));
      }
    }
    Files.writeString(seeds.resolveSibling(seeds.getFileName() + ".dict"), dictionary);
  }

  /** As libFuzzer reads it, in the encoding of {@link RedactorFuzz}; empty for no word. */
  private static String dictionaryEntry(String word) {
    if (word.isEmpty()) {
      return "";
    }
    StringBuilder entry = new StringBuilder("\"");
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && Character.isLetterOrDigit(b)) {
        entry.append((char) b);
      } else {
        entry.append(String.format("\\x%02X", b));
      }
    }
    return entry.append("\"\n").toString();
  }

  private static char[] letters(String channel) {
    if (channel.startsWith("header:")) {
      return new char[] {'n', 'r', 'h', 'c'};
    }
    return switch (channel) {
      case "query" -> new char[] {'q', 'f', 'u'};
      case "path" -> new char[] {'p', 'u'};
      default -> new char[] {'t', 'j', 'm'};
    };
  }
}
