package io.sidelight.output;

import io.sidelight.event.AgentStarted;
import io.sidelight.event.AgentWarning;
import io.sidelight.event.ApplicationLine;
import io.sidelight.event.Audit;
import io.sidelight.event.ConfigChanged;
import io.sidelight.event.DependencyCall;
import io.sidelight.event.DependencyKind;
import io.sidelight.event.DependencyTarget;
import io.sidelight.event.Event;
import io.sidelight.event.EventsDropped;
import io.sidelight.event.InstrumentationDisabled;
import io.sidelight.event.Level;
import io.sidelight.event.RequestCompleted;
import io.sidelight.event.RequestInfo;
import io.sidelight.event.RequestStarted;
import io.sidelight.event.StepTiming;
import io.sidelight.exchange.Headers;
import io.sidelight.library.CallError;
import io.sidelight.request.FakeExchange;
import io.sidelight.request.SampleTimes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events as the agent itself makes them: each kind, with every field that it can have in one. */
final class SampleEvents {

  /** The one that {@link #ofARequest} are about. */
  static final RequestInfo REQUEST =
      new TestLines.Request(
          "0190b5a2-7c3e-7d4a-9f21-3b6c8e5d1a70",
          "alice",
          "GET",
          "/orders/7",
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "00f067aa0ba902b7",
          false);

  private SampleEvents() {}

  /** Those of a request, which their lines name. */
  static List<Event> ofARequest() {
    SampleTimes times =
        new SampleTimes()
            .call(5_100_000, false)
            .call(2_000_000, false)
            .step("Pricing.quote", 2_000_000);
    RequestCompleted completed =
        new RequestCompleted(
            new Answered(200),
            12_340_000,
            true,
            true,
            null,
            "/orders/{id}",
            times.calls(),
            times.steps());
    RequestCompleted failed =
        new RequestCompleted(new Failed(), 1_000_000, false, false, "too_long", null, null, null);
    failed.debugDropped(3);
    return List.of(
        new RequestStarted(new Answered(200), "X-Request-ID", null),
        new RequestStarted(new Answered(200), "X-Request-ID", "too_long"),
        completed,
        failed,
        call(503, 2, null, false),
        call(0, 0, CallError.TIMEOUT, true),
        new StepTiming("Pricing.quote", 2_000_000, null, false),
        new StepTiming("Pricing.quote", 2_000_000, failure(), true),
        Audit.allowed("debug_request", "10.0.0.7", "token", "t-1"),
        Audit.refused("debug_request", "10.0.0.8", "expired", 4),
        new ApplicationLine("shop.Orders", Level.INFO, "Order 7 placed")
            .marker("BILLING")
            .context("order", 7)
            .context("order.state", "new"),
        new ApplicationLine("shop.Orders", Level.ERROR, "Order 7 lost with password=hunter2")
            .thrown(failure())
            .afterCompletion(true));
  }

  /** Those of the agent, outside any request. */
  static List<Event> ofTheAgent() {
    return List.of(
        new AgentStarted(
            "1.2.3",
            "17.0.15",
            83_000_000,
            List.of("tomcat", "okhttp"),
            new TreeMap<>(Map.of("sidelight.slow.request", "2s (file)"))),
        AgentWarning.ofFailure("An event could not write all of its fields.", failure()),
        AgentWarning.ofOption("No such option: sidelight.slow.reqest"),
        new InstrumentationDisabled("okhttp", "Calls of OkHttp are no longer logged."),
        new EventsDropped(12, "2026-11-22T10:15:29.000Z"),
        new ConfigChanged("sidelight.level", "INFO", "DEBUG"));
  }

  private static Event call(int status, int retries, @Nullable CallError error, boolean late) {
    return new DependencyCall(
        new Charge(status), "payments", 20_000_000, retries, error, late, late);
  }

  /** A call by HTTP. */
  private record Charge(int status) implements DependencyTarget {

    @Override
    public DependencyKind kind() {
      return DependencyKind.HTTP;
    }

    @Override
    public String client() {
      return "okhttp";
    }

    @Override
    public String name() {
      return "pay.example.com";
    }

    @Override
    public String operation() {
      return "POST";
    }

    @Override
    public String detail() {
      return "https://pay.example.com:8443/charges";
    }
  }

  private static Throwable failure() {
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
    return outer;
  }

  /** A request with a query, headers and a body, answered with a body. */
  private static class Answered extends FakeExchange {

    private final int status;

    Answered(int status) {
      this.status = status;
    }

    @Override
    public String query() {
      return "page=2&q=a%20b";
    }

    @Override
    public Headers headers() {
      return consumer -> {
        consumer.accept("Host", "shop.example.com");
        consumer.accept("Accept", "text/html");
        consumer.accept("accept", "*/*");
        consumer.accept("X-Request-ID", "0190b5a2-7c3e-7d4a-9f21-3b6c8e5d1a70");
      };
    }

    @Override
    public String contentType() {
      return "text/plain; charset=\"utf-8\"";
    }

    @Override
    public long contentLength() {
      return 0;
    }

    @Override
    public int status() {
      return status;
    }

    @Override
    public String responseContentType() {
      return "application/json";
    }

    @Override
    public long bytesOut() {
      return 5120;
    }
  }

  /** The same one, in which the application failed when the client had gone away. */
  private static final class Failed extends Answered {

    Failed() {
      super(500);
    }

    @Override
    public boolean aborted() {
      return true;
    }

    @Override
    public Throwable thrown() {
      return failure();
    }
  }
}
