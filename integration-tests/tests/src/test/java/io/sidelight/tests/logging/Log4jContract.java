package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.AgentJvm;
import io.sidelight.tests.harness.Histogram;
import io.sidelight.tests.harness.Jdk;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.logging.LoggingBackend.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only Log4j 2 has: layouts that are parts of something, filters, contexts that close. */
interface Log4jContract extends LoggingContractPart {

  String JSON = "logs=json";
  String ASCII_FILE = "ascii.log";
  String PART_FILE = "part.log";
  String GELF_FILE = "gelf.log";

  @Test
  default void json_otherCharset_losesNoCharacter() {
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message + "Größe \u20ac");
    String raw = service().awaitLine(ASCII_FILE, message);
    assertThat(raw.chars()).allMatch(c -> c < 0x7f);
    assertThat(service().awaitJson(ASCII_FILE, message).text("msg"))
        .isEqualTo(message + "Größe \u20ac");
  }

  @Test
  default void json_header_isLeft() {
    service().options(JSON);
    assertThat(service().all(ASCII_FILE).get(0)).isEqualTo("head");
  }

  @Test
  default void json_patternWithoutLineEnd_isMaskedOnly() {
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message + "password={} ", "arg=hunter2");
    awaitText(PART_FILE, "<" + message + "password=[REDACTED] >");
  }

  @Test
  default void json_patternThatHidesData_staysAndIsNamed() {
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message + "customer 123 password={}", "arg=hunter2");
    List<String> files = List.of("replaced.log", "styled.log", "whole-replaced.log", "hidden.log");
    for (String file : files) {
      assertThat(service().awaitLine(file, message))
          .as(file)
          .isEqualTo(message + "customer *** password=[REDACTED]");
    }
    List<String> problems =
        service().server().jvm().lines().stream()
            .map(line -> line.text("problem"))
            .filter(problem -> problem.startsWith("logs=json leaves "))
            .toList();
    assertThat(problems).hasSize(3); // what is inside another layout is no line
    for (String file : files.subList(0, 3)) {
      assertThat(problems).anyMatch(problem -> problem.contains('"' + file + '"'));
    }
  }

  @Test
  default void json_patternThatFoldsLines_isReplaced() {
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message + "first\nsecond");
    assertThat(service().awaitJson("folded.log", message).text("msg"))
        .isEqualTo(message + "first\nsecond");
  }

  @Test
  default void json_gelf_isLeft() {
    service().options(JSON);
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message + "password={}", "arg=hunter2");
    String id = got.answer().requestId();
    awaitText(GELF_FILE, "\"short_message\":\"" + message + "password=hunter2\"");
    awaitText(GELF_FILE, "\"_request_id\":\"" + id + "\"");
  }

  @Test
  default void json_idOfTheApplication_isInTheContextOnly() {
    service().options(JSON);
    String message = service().newMessage();
    TracedRequest got =
        service().ask("message=" + message, "put=request_id:mine", "put=user_id:me");
    for (String output : service().outputs()) {
      LogLine line = service().awaitJson(output, message);
      assertThat(line.requestId()).as(output).isEqualTo(got.answer().requestId());
      assertThat(line.text("user_id")).as(output).isEqualTo("alice");
      assertThat(line.json().path("ctx").toString())
          .as(output)
          .isEqualTo("{\"request_id\":\"mine\",\"user_id\":\"me\"}");
    }
  }

  @Test
  default void json_propertyOfTheLogger_standsBesideTheRequest() {
    service().options(JSON);
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message, "logger=placed.Orders");
    for (String output : service().outputs()) {
      LogLine line = service().awaitJson(output, message);
      assertThat(line.requestId()).as(output).isEqualTo(got.answer().requestId());
      assertThat(line.json().path("ctx").toString()).as(output).isEqualTo("{\"place\":\"here\"}");
    }
  }

  /** What is known of a request hangs on its ID in the event, which goes with the event. */
  @Test
  default void json_requestOfALineThatIsWritten_isLetGo() {
    service().options(JSON);
    for (int i = 0; i < 20; i++) {
      service().ask("message=" + service().newMessage());
    }
    AgentJvm jvm = service().server().jvm();
    Jdk jdk = service().server().target().jdk();
    jvm.await(
        "requests that are let go",
        () -> {
          service().ask("message=" + service().newMessage()); // takes out what was collected
          int held = Histogram.of(jdk, jvm).instances("io.sidelight.log.LoggedRequest");
          return held < 5 ? held : null;
        });
  }

  @Test
  default void enrich_contextOfALine_canBeChangedWhereItCouldBefore() {
    service().options();
    for (String logger : List.of("shop.Orders", "placed.Orders")) {
      String inside = service().newMessage();
      service().ask("message=" + inside, "logger=" + logger, "put=own:more");
      String outside = service().newMessage();
      service().ask("message=" + outside, "logger=" + logger, "put=own:more", "on=outside");
      assertThat(service().awaitLine("frozen.log", inside).substring(inside.length()))
          .as(logger)
          .isEqualTo(service().awaitLine("frozen.log", outside).substring(outside.length()));
    }
  }

  @Test
  default void enrich_contextThatCloses_leavesNothingOfOurs() {
    need(Trait.KEY_VALUES);
    service().options();
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message, "kv=request_id:mine");
    assertThat(service().awaitLine(LoggingService.FILE, message)).startsWith("[mine] [alice] ");
    assertThat(LoggingService.answer(got, "context")).isEqualTo("{}");
  }

  @Test
  default void kept_lineThatAFilterDenies_isNotKept() {
    service().options("debug.on-failure=true");
    String denied = service().newMessage();
    String[] asked = {"message=" + denied, "level=DEBUG", "status=503", "logger=filtered.Orders"};
    TracedRequest got = service().ask(asked);
    assertThat(got.line().text("status")).isEqualTo("503");
    assertThat(service().lines(LoggingService.STDOUT, denied)).isEmpty();
  }

  /** These files don't have a line for each message. */
  private void awaitText(String file, String text) {
    AgentJvm jvm = service().server().jvm();
    jvm.await(text + " in " + file, () -> jvm.text(file).contains(text) ? text : null);
  }
}
