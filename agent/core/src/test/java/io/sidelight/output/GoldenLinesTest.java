package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.LineSchema;
import io.sidelight.event.Event;
import io.sidelight.event.RequestInfo;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The lines of {@code lines.*} are what users and other tools read: a difference here is a change
 * of the public surface. The agent's own events write them.
 */
class GoldenLinesTest {

  private final TimeZone zoneBefore = TimeZone.getDefault();
  private final String nameBefore = Thread.currentThread().getName();

  @BeforeEach
  void fixZoneAndThread() {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Thread.currentThread().setName("http-nio-8080-exec-1");
  }

  @AfterEach
  void restoreZoneAndThread() {
    TimeZone.setDefault(zoneBefore);
    Thread.currentThread().setName(nameBefore);
  }

  @ParameterizedTest
  @CsvSource({
    "JSON,NATIVE,lines.jsonl",
    "TEXT,NATIVE,lines.txt",
    "JSON,ECS,lines.ecs.jsonl",
    "JSON,OTEL,lines.otel.jsonl",
    "JSON,GCP,lines.gcp.jsonl"
  })
  void lines_areAsRecorded(OutputSettings.Format format, LineSchema schema, String file)
      throws IOException {
    LineEncoder encoder =
        TestLines.encoder(
            TestLines.settings()
                .format(format)
                .schema(schema)
                .service(ServiceLabel.of("orders"))
                .env("prod"));
    StringBuilder lines = new StringBuilder();
    for (Event event : SampleEvents.ofARequest()) {
      lines.append(line(encoder, event, SampleEvents.REQUEST));
    }
    for (Event event : SampleEvents.ofTheAgent()) {
      lines.append(line(encoder, event, null));
    }
    if (Boolean.getBoolean("sidelight.docs.update")) {
      Files.writeString(Path.of("src/test/resources/io/sidelight/output", file), lines);
      return;
    }

    try (InputStream golden = GoldenLinesTest.class.getResourceAsStream(file)) {
      assertThat(golden).as(file).isNotNull();
      assertThat(lines.toString())
          .as("recorded lines; written anew by -Dsidelight.docs.update=true")
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void samples_haveEveryEventThereIs() throws IOException {
    Set<String> sampled = new TreeSet<>();
    for (List<Event> events : List.of(SampleEvents.ofARequest(), SampleEvents.ofTheAgent())) {
      events.forEach(event -> sampled.add(event.getClass().getName()));
    }
    assertThat(sampled).isEqualTo(eventClasses());
  }

  /** The events that core's package of events declares. */
  private static Set<String> eventClasses() throws IOException {
    URL known = Event.class.getResource("Event.class");
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of(URI.create(known.toString())).getParent(), "*.class")) {
      for (Path file : files) {
        String simple = file.getFileName().toString().replace(".class", "");
        Class<?> type = Class.forName(Event.class.getPackageName() + "." + simple);
        if (Event.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
          names.add(type.getName());
        }
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
    return names;
  }

  private static String line(LineEncoder encoder, Event event, @Nullable RequestInfo request) {
    return TestLines.text(encoder.encode(event, request, TestLines.redactor()));
  }
}
