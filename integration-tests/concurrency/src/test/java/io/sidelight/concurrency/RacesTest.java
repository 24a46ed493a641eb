package io.sidelight.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs all races with jcstress, in JVMs of its own. Its report stands in {@code target/jcstress}.
 */
class RacesTest {

  @Test
  void races_millionsOfTimes_endInNoForbiddenOutcome() throws IOException, InterruptedException {
    Path folder = Path.of(System.getProperty("jcstress.folder"));
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.openjdk.jcstress.Main", "-r", folder.toString()));
    command.addAll(List.of(System.getProperty("jcstress.options").strip().split(" +")));
    Path output = folder.resolve("output.txt");
    int exit =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();

    String text = Files.readString(output);
    assertThat(exit).as(text).isZero();
    assertThat(text).contains("Failed tests: No matches.", "Error tests: No matches.");
  }
}
