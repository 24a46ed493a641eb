package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.Arrival;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.Made;
import io.sidelight.tests.harness.OtherSide;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.Target;
import io.sidelight.tests.harness.Wish;
import io.sidelight.tests.server.ContractServer;
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
  private final ContractServer server;
  private final ContractServer twin;
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicInteger linesOutside = new AtomicInteger();

  private CallingService(Client client, ContractServer server, ContractServer twin) {
    this.client = client;
    this.server = server;
    this.twin = twin;
  }

  static CallingService start(Target target, String suite, String... options) {
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
  static CallingService start(Target target, String suite, Setup setup) {
    ContractServer twin = ContractServer.startWithoutAgent(target, suite + "-without");
    try {
      ContractServer server = ContractServer.open(target, suite, setup);
      return new CallingService((Client) target.server(), server, twin);
    } catch (Throwable e) {
      twin.close();
      throw e;
    }
  }

  Client client() {
    return client;
  }

  ContractServer server() {
    return server;
  }

  /** Makes a call on both, and waits for the lines of it. */
  Made make(Wish wish) {
    Made made = finish(ask(wish), wish.times());
    made.calls().forEach(line -> assertThat(line.has("dep_method")).as("%s", line).isTrue());
    return made;
  }

  /** The same for a wish that the client may refuse before it is a call. */
  Made makeAny(Wish wish) {
    Asked asked = ask(wish);
    String id = asked.answer().requestId();
    server.completed(id);
    return finish(asked, server.lines(EVENT, id).isEmpty() ? 0 : 1);
  }

  /** Makes a call that is given up once it has arrived at the other side. */
  Made cancelled(Wish wish) {
    String name = newName();
    String expected = cancelled(twin, wish, name).text();
    List<Arrival> expectedArrivals = take(wish);
    Answer answer = cancelled(server, wish, name);
    return finish(
        new Asked(wish, answer, answer.text(), take(wish), expected, expectedArrivals), 1);
  }

  /** Makes a call on both, without looking at lines. */
  void makeWithoutLines(Wish wish) {
    compare(ask(wish));
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

  private Asked ask(Wish wish) {
    String name = newName();
    String expected = seen(twin, answer(twin, wish, name), wish, name);
    List<Arrival> expectedArrivals = take(wish);
    Answer answer = answer(server, wish, name);
    String seen = seen(server, answer, wish, name);
    return new Asked(wish, answer, seen, take(wish), expected, expectedArrivals);
  }

  /** What came of a call that was left is asked for. */
  private static String seen(ContractServer on, Answer answer, Wish wish, String name) {
    return wish.isLeft() ? answer(on, "/outcome?name=" + name).text() : answer.text();
  }

  private Answer cancelled(ContractServer on, Wish wish, String name) {
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> answer(on, wish.target(name)));
    on.jvm()
        .await(
            "arrival of " + wish,
            () -> OtherSide.get().arrivals().count(wish.number()) > 0 ? true : null);
    answer(on, "/cancel?name=" + name);
    return answer.join();
  }

  private static void compare(Asked asked) {
    Wish wish = asked.wish();
    assertThat(comparable(asked.seen()))
        .as("seen of %s", wish)
        .isEqualTo(comparable(asked.expected()));
    assertThat(asked.arrivals().stream().map(Arrival::comparable))
        .as("arrived of %s", wish)
        .isEqualTo(asked.expectedArrivals().stream().map(Arrival::comparable).toList());
  }

  private Made finish(Asked asked, int calls) {
    compare(asked);
    Wish wish = asked.wish();
    LogLine completed = server.completed(asked.answer().requestId());
    List<LogLine> made =
        wish.isOutside()
            ? lines(wish, "-", linesOutside.getAndAdd(calls), calls)
            : lines(wish, completed.requestId(), 0, calls);
    lines.addAndGet(calls);
    made.forEach(line -> CallRules.check(line, client, completed));
    return new Made(asked.seen(), completed, made, asked.arrivals());
  }

  /** Waits for that many lines after those that were there before, and fails if there are more. */
  private List<LogLine> lines(Wish wish, String id, int before, int calls) {
    List<LogLine> found =
        server
            .jvm()
            .await(
                calls + " lines of " + wish,
                () -> {
                  List<LogLine> lines = server.lines(EVENT, id);
                  return lines.size() < before + calls ? null : lines;
                });
    assertThat(found).as("lines of %s", wish).hasSize(before + calls);
    return found.subList(before, found.size());
  }

  private static Answer answer(ContractServer on, Wish wish, String name) {
    Request.Builder request = on.request(wish.target(name));
    if (wish.debug() != null) {
      request.header("X-Debug-Log", wish.debug());
    }
    return answer(on, request);
  }

  private static Answer answer(ContractServer on, String target) {
    return answer(on, on.request(target));
  }

  private static Answer answer(ContractServer on, Request.Builder builder) {
    Request request = builder.header("X-Request-ID", on.newId()).build();
    Answer answer = on.answer(on.http1(), request);
    assertThat(answer.status()).as("%s", request).isEqualTo(200);
    return answer;
  }

  private String newName() {
    return "call-" + names.incrementAndGet();
  }

  private static List<Arrival> take(Wish wish) {
    return OtherSide.get().arrivals().take(wish.number());
  }

  private static String comparable(String seen) {
    String same = CHANGING.matcher(seen).replaceAll("#");
    same = ANY_TIMEOUT.matcher(same).replaceAll("timeout");
    same = ANY_BROKEN_BODY.matcher(same).replaceAll("broken body");
    return ANY_CANCELLATION.matcher(same).replaceAll("cancellation");
  }

  /** A call that the service has answered for, and what it came to without the agent. */
  private record Asked(
      Wish wish,
      Answer answer,
      String seen,
      List<Arrival> arrivals,
      String expected,
      List<Arrival> expectedArrivals) {}
}
