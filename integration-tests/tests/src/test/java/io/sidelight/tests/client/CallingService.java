package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import io.sidelight.tests.harness.CalledServers;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.ReceivedRequest;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.RunningService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import okhttp3.Request;

/**
 * A service with the agent and its twin without. Whatever call is wished for, both make it: what
 * the application sees and what arrives at the other side must be the same, but for the request ID.
 */
final class CallingService {

  private static final String EVENT = "dependency_call";

  /** Ports that the operating system gave to the client, identities, and how old an answer is. */
  private static final Pattern CHANGING =
      Pattern.compile(
          "(?<=127\\.0\\.0\\.1:)\\d+(?=->|<->)|(?<=/127\\.0\\.0\\.1:)\\d+|@[0-9a-f]{4,}"
              + "|(?<=header Age: \\[)\\d+");

  /**
   * What clients say of a timeout depends on which of their own threads comes first: OkHttp sets
   * two alarms to the same time, and the JDK's client closes the connection that it still reads.
   */
  private static final Pattern ANY_TIMEOUT =
      Pattern.compile("(timeout|[Rr]e(?:ad|quest) timed out)(\\ncause .*)*");

  /**
   * A future of the JDK's client that is cancelled completes by itself or by the exchange that it
   * breaks off, whichever is first: about one time in four by the latter, without the agent too.
   */
  private static final Pattern ANY_CANCELLATION =
      Pattern.compile(
          "(CancellationException: null|CompletionException: java\\.util\\.concurrent\\."
              + "CancellationException: Request cancelled)(\\ncause .*)*");

  /**
   * When the body breaks off in the packet that brings the headers, the JDK's client fails the call
   * or the reading of its body, whichever of its threads is first: about three times in a hundred
   * the former, without the agent too.
   */
  private static final Pattern ANY_BROKEN_BODY =
      Pattern.compile(
          "(status (?s:.*)\nexception java\\.io\\.IOException: closed"
              + "|exception (?:java\\.util\\.concurrent\\.CompletionException: )?"
              + "java\\.io\\.IOException: (?<why>.*)"
              + "(?=\ncause java\\.io\\.IOException: \\k<why>\n))");

  private final Client client;
  private final RunningService server;
  private final RunningService twin;
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicInteger linesOutside = new AtomicInteger();

  private CallingService(Client client, RunningService server, RunningService twin) {
    this.client = client;
    this.server = server;
    this.twin = twin;
  }

  static CallingService start(TestedRelease target, String suite, String... options) {
    CallingService service = start(target, suite, Setup.agent(options));
    try {
      // An agent that is not working is told at once, not by each call that waits for it.
      service.server.jvm().checkOutput();
      return service;
    } catch (Throwable e) {
      service.close();
      throw e;
    }
  }

  /** The same for an agent that is bound to complain. */
  static CallingService start(TestedRelease target, String suite, Setup setup) {
    RunningService twin = RunningService.startWithoutAgent(target, suite + "-without");
    try {
      RunningService server = RunningService.open(target, suite, setup);
      return new CallingService((Client) target.server(), server, twin);
    } catch (Throwable e) {
      twin.close();
      throw e;
    }
  }

  Client client() {
    return client;
  }

  RunningService server() {
    return server;
  }

  /** Makes a call on both, and waits for the lines of it. */
  CallResult make(CallSpec spec) {
    CallResult made = finish(ask(spec), spec.times());
    made.calls().forEach(line -> assertThat(line.has("dep_method")).as("%s", line).isTrue());
    return made;
  }

  /** The same for a spec that the client may refuse before it is a call. */
  CallResult makeAny(CallSpec spec) {
    Asked asked = ask(spec);
    String id = asked.answer().requestId();
    server.completed(id);
    return finish(asked, server.lines(EVENT, id).isEmpty() ? 0 : 1);
  }

  /** Makes a call that is given up once it has arrived at the other side. */
  CallResult cancelled(CallSpec spec) {
    String name = newName();
    String expected = cancelled(twin, spec, name).text();
    List<ReceivedRequest> expectedArrivals = take(spec);
    Answer answer = cancelled(server, spec, name);
    return finish(
        new Asked(spec, answer, answer.text(), take(spec), expected, expectedArrivals), 1);
  }

  /** Makes a call on both, without looking at lines. */
  void makeWithoutLines(CallSpec spec) {
    compare(ask(spec));
  }

  /** Ends both, and looks at nothing. */
  void close() {
    server.close();
    twin.close();
  }

  /** Ends both, and checks the whole of what was written. */
  void finish() {
    try {
      server.finish();
    } finally {
      twin.close();
    }
    assertThat(server.jvm().lines())
        .filteredOn(line -> line.event().equals(EVENT))
        .as("lines for all calls on %s", server.target())
        .hasSize(lines.get());
  }

  private Asked ask(CallSpec spec) {
    String name = newName();
    String expected = seen(twin, answer(twin, spec, name), spec, name);
    List<ReceivedRequest> expectedArrivals = take(spec);
    Answer answer = answer(server, spec, name);
    String seen = seen(server, answer, spec, name);
    return new Asked(spec, answer, seen, take(spec), expected, expectedArrivals);
  }

  /** What came of a call that was left is asked for. */
  private static String seen(RunningService on, Answer answer, CallSpec spec, String name) {
    return spec.isLeft() ? answer(on, "/outcome?name=" + name).text() : answer.text();
  }

  private Answer cancelled(RunningService on, CallSpec spec, String name) {
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> answer(on, spec.target(name)));
    on.jvm()
        .await(
            "arrival of " + spec,
            () -> CalledServers.get().arrivals().count(spec.number()) > 0 ? true : null);
    answer(on, "/cancel?name=" + name);
    return answer.join();
  }

  private static void compare(Asked asked) {
    CallSpec spec = asked.spec();
    assertThat(comparable(asked.seen()))
        .as("seen of %s", spec)
        .isEqualTo(comparable(asked.expected()));
    assertThat(asked.arrivals().stream().map(ReceivedRequest::comparable))
        .as("arrived of %s", spec)
        .isEqualTo(asked.expectedArrivals().stream().map(ReceivedRequest::comparable).toList());
  }

  private CallResult finish(Asked asked, int calls) {
    compare(asked);
    CallSpec spec = asked.spec();
    LogLine completed = server.completed(asked.answer().requestId());
    List<LogLine> made =
        spec.isOutside()
            ? lines(spec, "-", linesOutside.getAndAdd(calls), calls)
            : lines(spec, completed.requestId(), 0, calls);
    lines.addAndGet(calls);
    made.forEach(line -> CallRules.check(line, client, completed));
    return new CallResult(asked.seen(), completed, made, asked.arrivals());
  }

  /** Waits for that many lines after those that were there before, and fails if there are more. */
  private List<LogLine> lines(CallSpec spec, String id, int before, int calls) {
    List<LogLine> found =
        server
            .jvm()
            .await(
                calls + " lines of " + spec,
                () -> {
                  List<LogLine> lines = server.lines(EVENT, id);
                  return lines.size() < before + calls ? null : lines;
                });
    assertThat(found).as("lines of %s", spec).hasSize(before + calls);
    return found.subList(before, found.size());
  }

  private static Answer answer(RunningService on, CallSpec spec, String name) {
    Request.Builder request = on.request(spec.target(name));
    if (spec.debug() != null) {
      request.header("X-Debug-Log", spec.debug());
    }
    return answer(on, request);
  }

  private static Answer answer(RunningService on, String target) {
    return answer(on, on.request(target));
  }

  private static Answer answer(RunningService on, Request.Builder builder) {
    Request request = builder.header("X-Request-ID", on.newId()).build();
    Answer answer = on.answer(on.http1(), request);
    assertThat(answer.status()).as("%s", request).isEqualTo(200);
    return answer;
  }

  private String newName() {
    return "call-" + names.incrementAndGet();
  }

  private static List<ReceivedRequest> take(CallSpec spec) {
    return CalledServers.get().arrivals().take(spec.number());
  }

  private static String comparable(String seen) {
    String same = CHANGING.matcher(seen).replaceAll("#");
    same = ANY_TIMEOUT.matcher(same).replaceAll("timeout");
    same = ANY_BROKEN_BODY.matcher(same).replaceAll("broken body");
    return ANY_CANCELLATION.matcher(same).replaceAll("cancellation");
  }

  /** A call that the service has answered for, and what it came to without the agent. */
  private record Asked(
      CallSpec spec,
      Answer answer,
      String seen,
      List<ReceivedRequest> arrivals,
      String expected,
      List<ReceivedRequest> expectedArrivals) {}
}
