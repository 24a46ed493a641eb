package io.sidelight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent makes a JVM load before it has a request to follow. */
@ParameterizedClass
@MethodSource("homes")
class QuietStartIT {

  /**
   * What must be left for the application to start: once loaded, a log manager, a file system or an
   * MBean server can't be chosen any more. The rest warns or is the application's.
   */
  private static final Pattern NOT_OURS_TO_START =
      Pattern.compile(
          "java\\.util\\.logging\\..*|javax\\.management\\..*|sun\\.management\\..*"
              + "|java\\.lang\\.management\\..*|java\\.nio\\.file\\.FileSystems\\$.*"
              + "|java\\.net\\.(Socket|ServerSocket)|sun\\.misc\\.Unsafe|org\\.slf4j\\..*");

  private static final Pattern BEHIND_THE_LOADER =
      Pattern.compile(
          "io\\.sidelight\\.(?!bootstrap\\.).*|org\\.objectweb\\.asm\\..*|java\\.lang\\.SidelightLink"
              + "|io\\.sidelight\\.bootstrap\\.AgentClassLoader");

  private static final String LOG_OF_CLASSES = "-Xlog:class+load:file=classes.log:none";

  @Parameter JavaHome home;
  @TempDir Path folder;

  static List<JavaHome> homes() {
    return JavaHome.supported();
  }

  @Test
  void agent_thatStarts_leavesWhatIsTheApplicationsAlone() throws Exception {
    Set<String> because = loaded(AgentJar.option()).keySet();
    because.removeAll(loaded().keySet());
    assertThat(because).contains("io.sidelight.agent.Agent");
    assertThat(matching(because, NOT_OURS_TO_START)).isEmpty();
  }

  @Test
  void agent_withNothingToWeave_loadsNoAsm() throws Exception {
    Set<String> classes = loaded(AgentJar.option()).keySet();
    assertThat(matching(classes, Pattern.compile("org\\.objectweb\\.asm\\..*"))).isEmpty();
  }

  @Test
  void agent_thatStarts_loadsNothingOfTheCommandLine() throws Exception {
    Pattern commands =
        Pattern.compile("picocli\\..*|io\\.sidelight\\.(cli\\..*|agent\\.CommandLine)");
    assertThat(matching(loaded(AgentJar.option()).keySet(), commands)).isEmpty();
    assertThat(matching(loadedBy("-jar", AgentJar.path().toString(), "version"), commands))
        .contains("picocli.CommandLine", "io.sidelight.cli.Main");
  }

  @Test
  void agent_withoutSteps_loadsNothingThatLooksForThem() throws Exception {
    Pattern looking =
        Pattern.compile(
            "io\\.sidelight\\.(instrumentation\\.steps\\..*|step\\.(StepTimer|PatternMatch)"
                + "|weaver\\.(DynamicWeaving|DeclaredClass|ConstantTexts|ApplicationCode))");
    Set<String> without = loaded(AgentJar.option()).keySet();
    Set<String> with = loaded(AgentJar.option(), "-Dsidelight.steps=no.such.Type#method").keySet();
    assertThat(matching(without, looking)).isEmpty();
    assertThat(matching(with, looking)).isNotEmpty();
  }

  @Test
  void agent_withDebugSecret_loadsCryptographyOnlyWithTheFirstToken() throws Exception {
    Pattern grants = Pattern.compile("io\\.sidelight\\.(debug\\..*|request\\.DebugGrants)");
    Pattern cryptography = Pattern.compile("javax\\.crypto\\..*");
    Set<String> without = loaded(AgentJar.option()).keySet();
    Set<String> with =
        loaded(AgentJar.option(), "-Dsidelight.debug.secret=" + "x".repeat(16)).keySet();
    assertThat(matching(without, grants)).isEmpty();
    assertThat(matching(with, grants)).isNotEmpty();
    assertThat(matching(with, cryptography)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"property", "environment", "argument"})
  void agent_disabled_loadsNothingBehindItsLoader(String source) throws Exception {
    Child child =
        switch (source) {
          case "property" -> java(AgentJar.option(), "-Dsidelight.enabled=false");
          case "environment" -> java(AgentJar.option()).environment("SIDELIGHT_ENABLED", "false");
          default -> java(AgentJar.option() + "=requests.ignore=/a,/b;enabled=false");
        };
    Set<String> classes = loaded(child).keySet();
    assertThat(classes).contains("io.sidelight.bootstrap.Premain");
    assertThat(matching(classes, BEHIND_THE_LOADER)).isEmpty();
  }

  @Test
  void classDataSharing_withTheAgent_staysOn() throws Exception {
    Map<String, String> without = loaded("-Xshare:auto");
    Map<String, String> with = loaded("-Xshare:auto", AgentJar.option());
    assertThat(with.get("java.lang.String")).isEqualTo(without.get("java.lang.String"));
    assertThat(shared(with)).isGreaterThanOrEqualTo(shared(without));
  }

  private static long shared(Map<String, String> loaded) {
    return loaded.values().stream().filter(source -> source.startsWith("shared objects")).count();
  }

  private static Set<String> matching(Set<String> classes, Pattern pattern) {
    Set<String> matching = new TreeSet<>(classes);
    matching.removeIf(name -> !pattern.matcher(name).matches());
    return matching;
  }

  private Map<String, String> loaded(String... options) throws Exception {
    return loaded(java(options));
  }

  /** Classes that a small program loads from start to end, each with where it came from. */
  private Map<String, String> loaded(Child child) throws Exception {
    Child.Result result = child.with(LOG_OF_CLASSES, "sample.app.Hello", "world").run();
    assertThat(result)
        .isEqualTo(new Child.Result(0, "Hello world\n", "written to standard error\n"));
    return logged();
  }

  /** Classes that any program loads from start to end. */
  private Set<String> loadedBy(String... program) throws Exception {
    assertThat(java(LOG_OF_CLASSES).with(program).run().exit()).isZero();
    return logged().keySet();
  }

  private Map<String, String> logged() throws IOException {
    Path log = folder.resolve("classes.log");
    Map<String, String> loaded = new TreeMap<>();
    for (String line : Files.readAllLines(log)) {
      String[] parts = line.split(" source: ", 2);
      loaded.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    Files.delete(log);
    return loaded;
  }

  private Child java(String... options) {
    return Child.java(home, folder).with(options);
  }
}
