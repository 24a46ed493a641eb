package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.AccessLogComparison;
import io.sidelight.tests.harness.AgentJvm;
import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.RawHttp;
import io.sidelight.tests.harness.Settings;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A running server, a client for it, and the book of what was sent. Each call checks what holds for
 * every request: one request ID in the response, one line with it, and the status of both alike.
 */
public final class RunningService {

  public static final long SLOW_MS = 300;

  /** Requests below it get no line unless they fail. */
  public static final String IGNORED = "/quiet";

  private final TestedRelease target;
  private final Path work;
  private final AgentJvm jvm;
  private final boolean agent;
  private final int port;
  private final String context;
  private final OkHttpClient http1;
  private final OkHttpClient http2;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();

  private RunningService(TestedRelease target, Path work, AgentJvm jvm, boolean agent) {
    this.target = target;
    this.work = work;
    this.jvm = jvm;
    this.agent = agent;
    this.port = target.server().awaitPort(jvm, work);
    this.context = target.server().contextPath();
    OkHttpClient base =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .dispatcher(unbounded())
            .readTimeout(AgentJvm.PATIENCE)
            .build();
    this.http1 = base.newBuilder().protocols(List.of(Protocol.HTTP_1_1)).build();
    this.http2 = base.newBuilder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
  }

  /** With the agent; options are added to a threshold for slow requests. */
  public static RunningService start(TestedRelease target, String suite, String... options) {
    return start(target, suite, Setup.agent(options));
  }

  public static RunningService startWithoutAgent(TestedRelease target, String suite) {
    return start(target, suite, Setup.withoutAgent());
  }

  public static RunningService start(TestedRelease target, String suite, Setup setup) {
    RunningService server = open(target, suite, setup);
    try {
      // An agent that is not working is told at once, not by each request that waits for it.
      server.jvm.checkOutput();
      return server;
    } catch (Throwable e) {
      server.close();
      throw e;
    }
  }

  /** The same for a set-up with which the agent is bound to complain. */
  public static RunningService open(TestedRelease target, String suite, Setup setup) {
    String name = (suite + "-" + target).replaceAll("[^A-Za-z0-9.]+", "-");
    Path work = Settings.work().resolve(name);
    try {
      delete(work);
      Files.createDirectories(work);
      AgentJvm jvm =
          AgentJvm.start(
              target.jdk(),
              work,
              target.isOptimized() ? setup.optimized() : setup,
              target.server().command(target, work));
      try {
        return new RunningService(target, work, jvm, setup.jar() != null);
      } catch (Throwable e) {
        jvm.stop();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TestedRelease target() {
    return target;
  }

  public int port() {
    return port;
  }

  public Path work() {
    return work;
  }

  public AgentJvm jvm() {
    return jvm;
  }

  public OkHttpClient http1() {
    return http1;
  }

  public OkHttpClient http2() {
    return http2;
  }

  /** The path as the server gets it. */
  String path(String path) {
    return context + path;
  }

  /** An ID that no other request has. */
  public String newId() {
    return "test-" + ids.incrementAndGet();
  }

  public Request.Builder request(String path) {
    return new Request.Builder().url("http://localhost:" + port + context + path);
  }

  /** A GET with an ID of its own. */
  public TracedRequest get(String path) {
    return call(http1, request(path).header("X-Request-ID", newId()));
  }

  public TracedRequest call(Request.Builder request) {
    return call(http1, request);
  }

  public TracedRequest call(OkHttpClient client, Request.Builder builder) {
    Request request = builder.build();
    Answer answer = answer(client, request);
    TracedRequest traced = trace(answer);
    String accepted = request.header("X-Request-ID");
    if (accepted != null && accepted.indexOf(' ') < 0) {
      assertThat(answer.requestId()).isEqualTo(accepted);
    }
    assertThat(traced.line().text("method")).isEqualTo(request.method());
    assertThat(traced.line().text("path")).isEqualTo(request.url().encodedPath());
    return traced;
  }

  /** Sends a request, and reads the whole response, without looking at lines. */
  public Answer answer(OkHttpClient client, Request request) {
    sent.incrementAndGet();
    try (Response response = client.newCall(request).execute()) {
      List<Map.Entry<String, String>> headers = new ArrayList<>();
      response
          .headers()
          .forEach(header -> headers.add(Map.entry(header.getFirst(), header.getSecond())));
      return new Answer(response.code(), headers, response.body().bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(request + " to " + target, e);
    }
  }

  /** A GET below {@link #IGNORED}, which is in the access log only. */
  Answer ignored(String path) {
    Answer answer = answer(http1, request(path).build());
    sent.decrementAndGet();
    return answer;
  }

  /** Sends bytes on a connection of their own and reads one response. */
  public TracedRequest raw(String bytes) {
    return trace(rawAnswer(bytes));
  }

  /** The same without looking at lines. */
  public Answer rawAnswer(String bytes) {
    return rawAnswer("127.0.0.1", bytes);
  }

  /** The same from another address of the loopback interface, as all of 127.0.0.0/8 is. */
  public TracedRequest raw(String from, String bytes) {
    return trace(rawAnswer(from, bytes));
  }

  private Answer rawAnswer(String from, String bytes) {
    sent.incrementAndGet();
    try (RawHttp connection = new RawHttp(port, InetAddress.getByName(from))) {
      connection.send(bytes);
      return connection.receive(!bytes.startsWith("HEAD "));
    } catch (IOException e) {
      throw new UncheckedIOException("answer to " + bytes, e);
    }
  }

  /** How many requests were sent so far. */
  public int sent() {
    return sent.get();
  }

  /** Notes requests that a test sends by itself. */
  void sending(int requests) {
    sent.addAndGet(requests);
  }

  TracedRequest trace(Answer answer) {
    LogLine line = completed(answer.requestId());
    assertThat(line.status()).as("status in %s", line).isEqualTo(answer.status());
    return new TracedRequest(answer, line);
  }

  /** Waits for the line of a request. */
  public LogLine completed(String id) {
    return jvm.await(
        "request_completed of " + id + " on " + target,
        () -> {
          List<LogLine> lines = lines("request_completed", id);
          assertThat(lines).as("lines of %s", id).hasSizeLessThanOrEqualTo(1);
          return lines.isEmpty() ? null : lines.get(0);
        });
  }

  public List<LogLine> lines(String event, String id) {
    return jvm.lines().stream()
        .filter(line -> line.event().equals(event) && line.requestId().equals(id))
        .toList();
  }

  /** Ends the server and checks the whole of what it wrote. */
  public void finish() {
    close();
    if (agent) {
      jvm.checkOutput();
      List<LogLine> completed =
          jvm.lines().stream().filter(line -> line.event().equals("request_completed")).toList();
      assertThat(completed).as("lines for all requests on %s", target).hasSize(sent.get());
      assertThat(completed).extracting(LogLine::requestId).doesNotHaveDuplicates();
      AccessLogComparison.check(
          completed,
          AccessLog.read(
                  work.resolve(AccessLog.FILE), target.server().durationUnits(target.version()))
              .stream()
              .filter(entry -> !entry.raw().endsWith(IGNORED))
              .toList(),
          target);
    }
  }

  /** The same where the server has no record that could be compared. */
  public void finishWithoutAccessLog() {
    close();
    jvm.checkOutput();
    assertThat(jvm.lines())
        .filteredOn(line -> line.event().equals("request_completed"))
        .extracting(LogLine::requestId)
        .doesNotHaveDuplicates();
  }

  /** Ends the server and looks at nothing. */
  public void close() {
    http1.connectionPool().evictAll();
    http2.connectionPool().evictAll();
    http1.dispatcher().executorService().shutdown();
    jvm.stop();
  }

  private static Dispatcher unbounded() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(1000);
    dispatcher.setMaxRequestsPerHost(1000);
    return dispatcher;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
