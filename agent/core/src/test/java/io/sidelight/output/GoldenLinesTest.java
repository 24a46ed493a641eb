package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.event.ApplicationLine;
import io.sidelight.event.Audit;
import io.sidelight.event.ConfigChanged;
import io.sidelight.event.DependencyCall;
import io.sidelight.event.Event;
import io.sidelight.event.EventsDropped;
import io.sidelight.event.Fields;
import io.sidelight.event.Level;
import io.sidelight.event.RequestInfo;
import io.sidelight.event.StepTiming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The lines of {@code lines.*} are what users and other tools read: a difference here is a change
 * of the public surface.
 */
class GoldenLinesTest {

  private static final RequestInfo REQUEST =
      new TestLines.Request(
          "0190b5a2-7c3e-7d4a-9f21-3b6c8e5d1a70",
          "alice",
          "GET",
          "/orders/7",
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "00f067aa0ba902b7",
          false);

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
  void lines_areAsRecorded(OutputSettings.Format format, Schema schema, String file)
      throws IOException {
    LineEncoder encoder =
        TestLines.encoder(
            TestLines.settings()
                .format(format)
                .schema(schema)
                .service(ServiceLabel.of("orders"))
                .env("prod"));
    StringBuilder lines = new StringBuilder();
    lines.append(line(encoder, http("request_started", Level.DEBUG, GoldenLinesTest::started)));
    lines.append(line(encoder, http("request_completed", Level.INFO, GoldenLinesTest::completed)));
    lines.append(line(encoder, http("request_completed", Level.ERROR, GoldenLinesTest::failed)));
    lines.append(line(encoder, call(503, 2, null)));
    lines.append(line(encoder, call(0, 0, "timeout")));
    lines.append(line(encoder, new StepTiming("Pricing.quote", 2_000_000, null, false)));
    lines.append(line(encoder, Audit.allowed("debug_request", "10.0.0.7", "token", "t-1")));
    lines.append(line(encoder, ofTheApplication()));
    lines.append(outside(encoder, new EventsDropped(12, "2026-11-22T10:15:29.000Z")));
    lines.append(outside(encoder, new ConfigChanged("sidelight.level", "INFO", "DEBUG")));

    try (InputStream golden = GoldenLinesTest.class.getResourceAsStream(file)) {
      assertThat(golden).as(file).isNotNull();
      assertThat(lines.toString())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void started(Fields fields) {
    fields.query("query", "page=2&q=a%20b");
    fields.headers(
        "headers",
        consumer -> {
          consumer.accept("Host", "shop.example.com");
          consumer.accept("Accept", "text/html");
          consumer.accept("accept", "*/*");
        });
    fields.text("content_type", "text/plain; charset=\"utf-8\"");
    fields.number("content_length", 0);
  }

  private static void completed(Fields fields) {
    fields.number("status", 200);
    fields.millis("duration_ms", 12_340_000);
    fields.number("bytes_out", 5120);
    fields.number("bytes_in", 0);
    fields.constant("route", "/orders/{id}");
    fields.names("query_keys", List.of("page", "q"));
    fields.object(
        "deps",
        deps -> {
          deps.number("count", 2);
          deps.millis("ms", 7_100_000);
          deps.number("failed", 0);
        });
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("order_id", "7");
    fields.object("ids", section -> ids.forEach(section::text));
    fields.flag("slow", true);
  }

  private static void failed(Fields fields) {
    fields.number("status", 500);
    fields.millis("duration_ms", 1_000_000);
    fields.constant("error", "com.acme.OrderException");
    IOException root = new IOException("no route\nto host");
    root.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("com.acme.Client", "call", "Client.java", 12),
          new StackTraceElement("com.acme.Orders", "get", "Orders.java", 34)
        });
    IllegalStateException outer = new IllegalStateException("order 7", root);
    outer.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("com.acme.Service", "find", "Service.java", 56),
          new StackTraceElement("com.acme.Orders", "get", "Orders.java", 34)
        });
    fields.exception(outer);
  }

  private static Event call(int status, int retries, String error) {
    return new DependencyCall(
        "payments",
        "okhttp",
        "POST",
        "https://pay.example.com:8443/charges",
        status,
        20_000_000,
        retries,
        error,
        false,
        false);
  }

  private static Event ofTheApplication() {
    return new ApplicationLine("shop.Orders", Level.INFO, "Order 7 placed")
        .marker("BILLING")
        .context("order", 7)
        .context("order.state", "new");
  }

  private static Event http(String name, Level level, Consumer<Fields> body) {
    return new TestLines.Line(name, "http", level, false, body);
  }

  private static String line(LineEncoder encoder, Event event) {
    return TestLines.text(encoder.encode(event, REQUEST, TestLines.redactor()));
  }

  private static String outside(LineEncoder encoder, Event event) {
    return TestLines.text(encoder.encode(event, null, TestLines.redactor()));
  }
}
