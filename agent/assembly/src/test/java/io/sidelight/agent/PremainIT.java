package io.sidelight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs run with the agent as they do without it. */
@ParameterizedClass
@MethodSource("homes")
class PremainIT {

  private static final String STARTED = "agent true\n";
  private static final String NOT_STARTED = "agent false\n";

  @Parameter JavaHome home;
  @TempDir Path folder;

  static List<JavaHome> homes() {
    return JavaHome.supported();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void program_withTheAgent_writesAndEndsAsWithout(int exit) throws Exception {
    Child.Result without = hello("-Dexit=" + exit);
    assertThat(hello(AgentJar.option(), "-Dexit=" + exit)).isEqualTo(without);
    assertThat(without.exit()).isEqualTo(exit);
    assertThat(without.out()).isEqualTo("Hello world\n");
  }

  @Test
  void program_withTheAgent_hasIt() throws Exception {
    assertThat(probe().out()).isEqualTo(NOT_STARTED);
    assertThat(probe(AgentJar.option())).isEqualTo(new Child.Result(0, STARTED, ""));
  }

  @Test
  void agent_givenTwice_startsOnce() throws Exception {
    Child.Result result = hello(AgentJar.option(), AgentJar.option());
    assertThat(result).isEqualTo(hello());
  }

  @Test
  void agent_givenFromTwoPaths_startsOnce() throws Exception {
    Path copy = AgentJar.copyTo(folder.resolve("copy"));
    assertThat(hello(AgentJar.option(), "-javaagent:" + copy)).isEqualTo(hello());
    assertThat(probe(AgentJar.option(), "-javaagent:" + copy))
        .isEqualTo(new Child.Result(0, STARTED, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"requests.ignore=/a,/b;slow.request=2s", "", ";", "no such thing", "level=;x=y"})
  void agent_withOptions_isAsQuiet(String options) throws Exception {
    assertThat(hello(AgentJar.option() + "=" + options)).isEqualTo(hello());
    assertThat(probe(AgentJar.option() + "=" + options).out()).isEqualTo(STARTED);
  }

  @Test
  void agent_disabledByAnySource_isNotStarted() throws Exception {
    assertThat(probe(AgentJar.option(), "-Dsidelight.enabled=false").out()).isEqualTo(NOT_STARTED);
    assertThat(probe(AgentJar.option() + "=service=a,b;enabled=false").out())
        .isEqualTo(NOT_STARTED);
    assertThat(
            java(AgentJar.option())
                .environment("SIDELIGHT_ENABLED", "false")
                .with("sample.app.Probe")
                .run())
        .isEqualTo(new Child.Result(0, NOT_STARTED, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"with blank", "a+b", "a%20b", "100%", "a#b", "a!b", "ümläut"})
  void agent_fromAFolderOfAnyName_starts(String name) throws Exception {
    Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    assumeTrue(
        names.newEncoder().canEncode(name), "Skipped: no file can be called so in this locale.");
    Path copy = AgentJar.copyTo(folder.resolve(name));
    assertThat(probe("-javaagent:" + copy)).isEqualTo(new Child.Result(0, STARTED, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sidelight/io/sidelight/agent/Agent.classdata",
        "sidelight/io/sidelight/weaver/Weaver.classdata",
        "sidelight/java/lang/SidelightLink.classdata"
      })
  void agent_withAClassMissing_isOneLineAndTheProgramRuns(String missing) throws Exception {
    Path spoilt = AgentJar.copyWithout(missing, folder);
    Child.Result without = hello("-Dexit=7");
    Child.Result result = hello("-javaagent:" + spoilt, "-Dexit=7");
    assertThat(result.exit()).isEqualTo(7);
    assertThat(result.out()).isEqualTo(without.out());
    assertThat(result.err())
        .startsWith("sidelight: could not start, the application goes on without it: ")
        .endsWith("\n" + without.err())
        .hasLineCount(2);
  }

  @Test
  void program_inOneSourceFile_runsWithTheAgent() throws Exception {
    Path source = folder.resolve("Main.java");
    Files.writeString(
        source,
        """
        public class Main {
          public static void main(String[] arguments) throws Exception {
            System.out.println(Class.forName(arguments[0]).getName());
          }
        }
        """);
    Child.Result result =
        Child.tool(home, "java", folder)
            .with(AgentJar.option(), source.toString(), "java.lang.SidelightLink")
            .run();
    assertThat(result).isEqualTo(new Child.Result(0, "java.lang.SidelightLink\n", ""));
  }

  @Test
  void program_thatChoosesALogManagerInMain_getsIt() throws Exception {
    assertThat(java(AgentJar.option()).with("sample.app.LogManagerChoice").run())
        .isEqualTo(new Child.Result(0, "Chosen\n", ""));
  }

  @Test
  void program_withASystemClassLoaderOfItsOwn_runsWithTheAgent() throws Exception {
    // Without class-data sharing, since the JVM warns that such a loader gets less of it.
    String[] loader = {"-Djava.system.class.loader=sample.app.AppLoader", "-Xshare:off"};
    Child.Result with =
        java(loader).with(AgentJar.option()).with("sample.app.Hello", "world").run();
    assertThat(with).isEqualTo(hello(loader));
    assertThat(java(loader).with(AgentJar.option()).with("sample.app.Probe").run())
        .isEqualTo(new Child.Result(0, STARTED, ""));
  }

  @Test
  void program_onAJavaThatCallsItselfOld_runsWithoutTheAgent() throws Exception {
    String pretender = "-javaagent:" + AgentJar.ofTest("sample.app.OldJavaAgent", folder);
    Child.Result result = hello(pretender, AgentJar.option(), "-Dexit=7");
    assertThat(result.exit()).isEqualTo(7);
    assertThat(result.out()).isEqualTo("Hello world\n");
    assertThat(result.err())
        .startsWith("sidelight: needs Java 11 or newer")
        .endsWith("The application starts without it.\n" + hello().err())
        .hasLineCount(2);
    assertThat(probe(pretender, AgentJar.option()).out()).isEqualTo(NOT_STARTED);
  }

  private Child.Result hello(String... options) throws Exception {
    return java(options).with("sample.app.Hello", "world").run();
  }

  private Child.Result probe(String... options) throws Exception {
    return java(options).with("sample.app.Probe").run();
  }

  private Child java(String... options) {
    return Child.java(home, folder).with(options);
  }
}
