package io.sidelight.tests.app;

import static io.sidelight.tests.app.PlainRoutes.text;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** Routes that answer after the servlet has returned. */
final class AsyncRoutes {

  private static final long TIMEOUT_MS = 100;
  private static final long ENOUGH_MS = 20_000;

  /** For servers that lose what another thread dispatches while the servlet still runs. */
  private static final boolean DISPATCHES_ITSELF = Boolean.getBoolean("contract.dispatch-itself");

  private AsyncRoutes() {}

  static void addTo(Routes routes) {
    routes.add(
        "/async/complete",
        (request, response) -> {
          AsyncContext async = start(request);
          thread(() -> finish(async, "completed on another thread"));
        });
    routes.add(
        "/async/complete-at-once",
        (request, response) -> {
          AsyncContext async = start(request);
          finish(async, "completed on the request thread");
        });
    routes.add(
        "/async/start",
        (request, response) -> {
          AsyncContext async = start(request);
          async.start(() -> finish(async, "completed by start"));
        });
    routes.add(
        "/async/start-call",
        (request, response) -> {
          AsyncContext async = start(request);
          async.start(() -> finish(async, callNobody()));
        });
    dispatch(routes, "/async/dispatch", "/hello");
    dispatch(routes, "/async/error", "/fail/exception");
    dispatch(routes, "/async/missing", "/nowhere");
    dispatch(routes, "/async/again", "/async/complete");
    routes.add(
        "/async/throws",
        (request, response) -> {
          start(request);
          throw new IllegalStateException("after startAsync");
        });
    routes.add("/async/timeout", (request, response) -> start(request).setTimeout(TIMEOUT_MS));
    routes.add(
        "/async/timeout-listener",
        (request, response) -> {
          AsyncContext async = start(request);
          async.setTimeout(TIMEOUT_MS);
          async.addListener(new AnswerOnTimeout());
        });
    routes.add("/async/echo", AsyncRoutes::echo);
  }

  private static void dispatch(Routes routes, String from, String to) {
    routes.add(
        from,
        (request, response) -> {
          AsyncContext async = start(request);
          if (DISPATCHES_ITSELF) {
            async.dispatch(to);
          } else {
            thread(() -> async.dispatch(to));
          }
        });
  }

  private static void echo(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AsyncContext async = start(request);
    request.getInputStream().setReadListener(new NonBlockingEcho(async, request, response));
  }

  private static AsyncContext start(HttpServletRequest request) {
    AsyncContext async = request.startAsync();
    async.setTimeout(ENOUGH_MS);
    return async;
  }

  /** A call that leaves a line and needs no other side: nobody listens on port 1. */
  private static String callNobody() {
    try {
      URI.create("http://localhost:1/").toURL().openStream().close();
      return "answered";
    } catch (IOException refused) {
      return "refused";
    }
  }

  private static void finish(AsyncContext async, String body) {
    try {
      text((HttpServletResponse) async.getResponse(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    async.complete();
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task, "application-worker");
    thread.setDaemon(true);
    thread.start();
  }

  /** Answers 503 itself when the time is up. */
  private static final class AnswerOnTimeout implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      HttpServletResponse response = (HttpServletResponse) event.getAsyncContext().getResponse();
      response.setStatus(503);
      finish(event.getAsyncContext(), "time is up");
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
