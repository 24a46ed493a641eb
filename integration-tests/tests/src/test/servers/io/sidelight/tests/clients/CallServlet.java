package io.sidelight.tests.clients;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the {@link Call} that the parameters describe, and answers with what was seen of it.
 *
 * <ul>
 *   <li>{@code /call}: for this request. With {@code async} in the client's asynchronous way, with
 *       {@code times} as often, all at once if they are asynchronous.
 *   <li>{@code /async}: the same, the answer being given by the client's thread.
 *   <li>{@code /leave}: started for this request, which doesn't wait for it.
 *   <li>{@code /outside}: on a thread that no request has anything to do with.
 *   <li>{@code /outcome}, {@code /cancel}: of the call that has the {@code name}, which may have
 *       been asked for by another request.
 * </ul>
 */
final class CallServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Caller caller;
  private final transient Queue<Runnable> outside;
  private final transient Map<String, Call> calls = new ConcurrentHashMap<>();

  CallServlet(Caller caller, Queue<Runnable> outside) {
    this.caller = caller;
    this.outside = outside;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getPathInfo()) {
      case "/call":
        answer(response, call(request));
        break;
      case "/async":
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        start(remember(request)).outcome().thenAccept(seen -> complete(context, seen));
        break;
      case "/leave":
        start(remember(request));
        answer(response, "left");
        break;
      case "/outside":
        Call call = remember(request);
        outside.add(() -> make(call, request.getParameter("async") != null));
        answer(response, call.outcome().join());
        break;
      case "/outcome":
        answer(response, calls.get(request.getParameter("name")).outcome().join());
        break;
      case "/cancel":
        calls.get(request.getParameter("name")).cancel();
        answer(response, "cancelled");
        break;
      default:
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private String call(HttpServletRequest request) {
    String times = request.getParameter("times");
    List<Call> made = new ArrayList<>();
    for (int i = 0; i < (times == null ? 1 : Integer.parseInt(times)); i++) {
      Call call = remember(request);
      make(call, request.getParameter("async") != null);
      made.add(call);
    }
    StringBuilder seen = new StringBuilder();
    made.stream().map(Call::outcome).map(CompletableFuture::join).forEach(seen::append);
    return seen.toString();
  }

  private Call remember(HttpServletRequest request) {
    Call call = new Call(Map.copyOf(request.getParameterMap()));
    calls.put(request.getParameter("name"), call);
    return call;
  }

  private void make(Call call, boolean async) {
    if (async) {
      start(call);
      return;
    }
    try {
      caller.call(call);
    } catch (Throwable e) {
      call.fail(e);
      return;
    } finally {
      Thread.interrupted();
    }
    call.finish();
  }

  private Call start(Call call) {
    try {
      caller.start(call);
    } catch (Throwable e) {
      call.fail(e);
    }
    return call;
  }

  private static void complete(AsyncContext context, String seen) {
    try {
      answer((HttpServletResponse) context.getResponse(), seen);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      context.complete();
    }
  }

  private static void answer(HttpServletResponse response, String seen) throws IOException {
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(seen.getBytes(StandardCharsets.UTF_8));
  }
}
