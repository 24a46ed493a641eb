package io.sidelight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's tools inherit the agent through the environment, and don't notice. */
@ParameterizedClass
@MethodSource("homes")
class JdkToolsIT {

  @Parameter JavaHome home;
  @TempDir Path folder;

  static List<JavaHome> homes() {
    return JavaHome.supported();
  }

  @ParameterizedTest
  @CsvSource({
    "javac, -version",
    "javac, --no-such-option",
    "jar, --version",
    "keytool, -help",
    "keytool, -no-such-command"
  })
  void tool_thatInheritsTheAgent_writesAndEndsAsWithout(String tool, String argument)
      throws Exception {
    Child.Result without = Child.tool(home, tool, folder).with(argument).run();
    Child.Result with = inheriting(Child.tool(home, tool, folder).with(argument));
    assertThat(with.exit()).isEqualTo(without.exit());
    assertThat(with.out()).isEqualTo(without.out());
    assertThat(ownLines(with)).isEqualTo(without.err());
  }

  @ParameterizedTest
  @CsvSource({"javac, -version", "jcmd, -l", "keytool, -help"})
  void tool_thatInheritsTheAgent_doesNotStartIt(String tool, String argument) throws Exception {
    inheriting(
        Child.tool(home, tool, folder).with("-J-Xlog:class+load:file=classes.log:none", argument));
    assertThat(Files.readAllLines(folder.resolve("classes.log")))
        .anyMatch(line -> line.startsWith("io.sidelight.bootstrap.Premain "))
        .noneMatch(line -> line.startsWith("io.sidelight.bootstrap.AgentClassLoader "))
        .noneMatch(line -> line.startsWith("io.sidelight.agent."));
  }

  @Test
  void jcmd_thatInheritsTheAgent_listsProcesses() throws Exception {
    Child.Result with = inheriting(Child.tool(home, "jcmd", folder).with("-l"));
    assertThat(with.exit()).isZero();
    assertThat(with.out()).contains("JCmd -l");
    assertThat(ownLines(with)).isEmpty();
  }

  @Test
  void application_thatInheritsTheAgent_hasIt() throws Exception {
    Child.Result with = inheriting(Child.java(home, folder).with("sample.app.Probe"));
    assertThat(with.out()).isEqualTo("agent true\n");
    assertThat(ownLines(with)).isEmpty();
  }

  private static Child.Result inheriting(Child child) throws Exception {
    return child.environment("JAVA_TOOL_OPTIONS", "\"" + AgentJar.option() + "\"").run();
  }

  /** Standard error but for the line in which the JVM tells of the variable. */
  private static String ownLines(Child.Result result) {
    assertThat(result.err()).startsWith("Picked up JAVA_TOOL_OPTIONS: ");
    return result.err().substring(result.err().indexOf('\n') + 1);
  }
}
