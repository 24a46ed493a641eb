package io.sidelight.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

  /** Ports that the operating system gave to the client, and identities. */
  private static final Pattern CHANGING =
      Pattern.compile(
          "(?<=127\\.0\\.0\\.1:)\\d+(?=->|<->)|(?<=/127\\.0\\.0\\.1:)\\d+|@[0-9a-f]{4,}");

  /** OkHttp sets two alarms to the same time, and may then fail again in closing. */
  private static final Pattern EITHER_TIMEOUT =
      Pattern.compile(
          "(timeout|Read timed out)"
              + "(\ncause java\\.net\\.Socket\\w*: (timeout|Socket closed|Read timed out))?");

  private final Client client;
  private final ContractServer server;
  private final ContractServer twin;
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicInteger lines = new AtomicInteger();

  private CallingService(Client client, ContractServer server, ContractServer twin) {
    this.client = client;
    this.server = server;
    this.twin = twin;
  }

  static CallingService start(Target target, String suite, String... options) {
    ContractServer twin = ContractServer.startWithoutAgent(target, suite + "-without");
    try {
      ContractServer server = ContractServer.start(target, suite, options);
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
    return make(wish, wish.times());
  }

  /** The same for a wish that comes to another number of calls. */
  Made make(Wish wish, int calls) {
    Pending pending = start(wish);
    return pending.finish(calls);
  }

  /** The same for a wish that the client may refuse before it is a call. */
  Made makeAny(Wish wish) {
    return start(wish).finishAny();
  }

  /** Makes a call that is given up once it has arrived at the other side. */
  Made cancelled(Wish wish) {
    String name = newName();
    String expected = cancelled(twin, wish, name).text();
    List<Arrival> then = take(wish);
    Answer answer = cancelled(server, wish, name);
    return new Pending(wish, answer, expected, then).finish(wish.times());
  }

  /** Makes a call on both, and leaves the lines to the test. */
  Pending start(Wish wish) {
    String name = newName();
    String expected = answer(twin, wish.target(name)).text();
    if (wish.path().equals("/leave")) {
      expected += answer(twin, "/outcome?name=" + name).text();
    }
    List<Arrival> then = take(wish);
    Answer answer = answer(server, wish.target(name));
    return new Pending(wish.path().equals("/leave") ? name : null, wish, answer, expected, then);
  }

  /** Ends both, and checks the whole of what was written. */
  void finish() {
    try {
      server.finish();
    } finally {
      twin.close();
    }
    assertThat(server.jvm().lines())
        .filteredOn(line -> line.event().equals("dependency_call"))
        .as("lines for all calls on %s", server.target())
        .hasSize(lines.get());
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

  private static Answer answer(ContractServer on, String target) {
    Request request = on.request(target).header("X-Request-ID", on.newId()).build();
    Answer answer = on.answer(on.http1(), request);
    assertThat(answer.status()).as(target).isEqualTo(200);
    return answer;
  }

  private String newName() {
    return "call-" + names.incrementAndGet();
  }

  private static List<Arrival> take(Wish wish) {
    return OtherSide.get().arrivals().take(wish.number());
  }

  private static String comparable(String seen) {
    return EITHER_TIMEOUT.matcher(CHANGING.matcher(seen).replaceAll("#")).replaceAll("timeout");
  }

  /** A call that the service has answered for. */
  final class Pending {

    private final String left;
    private final Wish wish;
    private final Answer answer;
    private final String expected;
    private final List<Arrival> expectedArrivals;

    private Pending(Wish wish, Answer answer, String expected, List<Arrival> expectedArrivals) {
      this(null, wish, answer, expected, expectedArrivals);
    }

    private Pending(
        String left, Wish wish, Answer answer, String expected, List<Arrival> expectedArrivals) {
      this.left = left;
      this.wish = wish;
      this.answer = answer;
      this.expected = expected;
      this.expectedArrivals = expectedArrivals;
    }

    /** With as many lines as there are when the request has completed, but at most one. */
    Made finishAny() {
      server.completed(answer.requestId());
      List<LogLine> found = server.lines("dependency_call", answer.requestId());
      assertThat(found).as("lines of %s", wish).hasSizeLessThanOrEqualTo(1);
      return finish(found.size());
    }

    Made finish(int calls) {
      String id = answer.requestId();
      LogLine completed = server.completed(id);
      String seen = answer.text();
      if (left != null) {
        seen += answer(server, "/outcome?name=" + left).text();
      }
      List<Arrival> arrivals = take(wish);
      assertThat(comparable(seen)).as("seen of %s", wish).isEqualTo(comparable(expected));
      assertThat(arrivals.stream().map(Arrival::comparable))
          .as("arrived of %s", wish)
          .isEqualTo(expectedArrivals.stream().map(Arrival::comparable).toList());
      String idOfLines = wish.path().equals("/outside") ? "-" : id;
      int before = wish.path().equals("/outside") ? outside(calls) : 0;
      List<LogLine> made =
          calls == 0
              ? server.lines("dependency_call", idOfLines)
              : server
                  .jvm()
                  .await(
                      calls + " dependency_call of " + wish + " with " + idOfLines,
                      () -> {
                        List<LogLine> found = server.lines("dependency_call", idOfLines);
                        return found.size() < before + calls ? null : found;
                      });
      List<LogLine> own = new ArrayList<>(made.subList(before, made.size()));
      assertThat(own).as("lines of %s", wish).hasSize(calls);
      lines.addAndGet(calls);
      own.forEach(line -> CallRules.check(line, client, completed));
      return new Made(seen, completed, own, arrivals);
    }

    private int outside(int calls) {
      return outsideLines.getAndAdd(calls);
    }
  }

  private final AtomicInteger outsideLines = new AtomicInteger();
}
