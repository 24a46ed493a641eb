package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What Logback does by its file: it is set up anew while it runs, and sifts lines. */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class LogbackXmlTest extends LoggingSuite {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(LoggingBackend.LOGBACK_XML);
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }

  @Test
  void put_intoTheContextOfALine_isAsWithoutTheAgent() {
    service().options();
    String message = service().newMessage();
    String id = service().ask("message=" + message, "put=own:more").answer().requestId();
    boolean mutable = target.version().startsWith("1.2.");
    assertThat(service().awaitLine("put.log", message))
        .isEqualTo(
            "[%s] [%s] [%s] %s", mutable ? "put" : "refused", mutable ? "value" : "", id, message);
  }

  @Test
  void scan_patternChanges_showsTheRequest() {
    service().options();
    replace("<pattern>", "<pattern>changed ");
    String message = awaitWrittenTo(LoggingService.FILE, "changed ");
    String line = service().awaitLine(LoggingService.FILE, message);
    assertThat(line)
        .matches("changed \\[test-\\d+] \\[alice] \\[] INFO shop\\.Orders - " + message);
  }

  @Test
  void scan_fileChangesWithJson_isJson() {
    service().options("logs=json");
    replace("/application.log", "/other.log");
    String message = awaitWrittenTo("other.log", "{");
    for (String output : List.of("other.log", LoggingService.STDOUT)) {
      LogLine line = service().awaitJson(output, message);
      assertThat(line.text("msg")).isEqualTo(message);
      assertThat(line.text("user_id")).isEqualTo(LoggingService.USER);
    }
    replace("/other.log", "/application.log");
    awaitWrittenTo(LoggingService.FILE, "{");
  }

  @Test
  void sift_byRequest_findsItsFile() {
    service().options();
    String message = service().newMessage();
    String id = service().ask("message=" + message).answer().requestId();
    assertThat(service().lines("sift-" + id + ".log", message)).hasSize(1);
    String outside = service().newMessage();
    service().ask("message=" + outside, "on=outside");
    assertThat(service().lines("sift-none.log", outside)).hasSize(1);
  }

  /** The message of the first line in a file that begins in some way, of many. */
  private String awaitWrittenTo(String file, String start) {
    return service()
        .server()
        .jvm()
        .await(
            "lines that begin with " + start + " in " + file,
            () -> {
              String message = service().newMessage();
              service().ask("message=" + message);
              // Logback itself loses lines while it is set up anew.
              return Files.exists(service().server().work().resolve(file))
                      && service().lines(file, message).stream()
                          .anyMatch(line -> line.startsWith(start))
                  ? message
                  : null;
            });
  }

  private void replace(String text, String by) {
    try {
      Path file = service().server().work().resolve("logback.xml");
      Path whole = file.resolveSibling("new.xml");
      Files.writeString(whole, Files.readString(file).replace(text, by));
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
