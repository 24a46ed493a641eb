package io.sidelight.tests.logging;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Logs the line that the parameters describe ({@code logger}, {@code level}, {@code message},
 * {@code arg}, {@code root} and {@code thrown} for messages of an exception, {@code marker}, {@code
 * kv=key:value}), with {@code put=key:value} in the context meanwhile, on the thread that {@code on}
 * says ({@code thread}, {@code outside}, else this one), and answers with {@code status}.
 *
 * <p>The body is what {@code get=key} and {@code enabled=level} are answered there, and the context
 * while the values were in it and after they were taken out.
 */
final class LogsServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient Logs logs;
  private final transient BlockingQueue<Runnable> outside;
  private final transient ExecutorService threads = Executors.newSingleThreadExecutor();

  LogsServlet(Logs logs, BlockingQueue<Runnable> outside) {
    this.logs = logs;
    this.outside = outside;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    FutureTask<String> task = new FutureTask<>(() -> answer(request));
    try {
      String on = String.valueOf(request.getParameter("on"));
      switch (on) {
        case "outside" -> outside.add(task);
        case "thread" -> threads.execute(task);
        default -> task.run();
      }
      String text = task.get();
      String status = request.getParameter("status");
      response.setStatus(status == null ? 200 : Integer.parseInt(status));
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().print(text);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private String answer(HttpServletRequest request) {
    Map<String, String> own = pairs(request, "put");
    own.forEach(logs::put);
    StringBuilder answer = new StringBuilder();
    if (request.getParameter("message") != null) {
      logs.log(line(request));
    }
    if (request.getParameter("get") != null) {
      answer.append("get ").append(logs.get(request.getParameter("get"))).append('\n');
    }
    if (request.getParameter("enabled") != null) {
      boolean enabled = logs.isEnabled(logger(request), request.getParameter("enabled"));
      answer.append("enabled ").append(enabled).append('\n');
    }
    answer.append("context ").append(new TreeMap<>(logs.context())).append('\n');
    own.keySet().forEach(logs::remove);
    answer.append("after ").append(new TreeMap<>(logs.context())).append('\n');
    return answer.toString();
  }

  private static Line line(HttpServletRequest request) {
    String level = request.getParameter("level");
    return new Line(
        logger(request),
        level == null ? "INFO" : level,
        request.getParameter("message"),
        values(request, "arg"),
        thrown(request),
        request.getParameter("marker"),
        new LinkedHashMap<>(pairs(request, "kv")));
  }

  private static String logger(HttpServletRequest request) {
    String logger = request.getParameter("logger");
    return logger == null ? "shop.Orders" : logger;
  }

  private static Throwable thrown(HttpServletRequest request) {
    String message = request.getParameter("thrown");
    String root = request.getParameter("root");
    return message == null
        ? null
        : new IllegalStateException(
            message, root == null ? null : new IllegalArgumentException(root));
  }

  private static List<String> values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : List.of(values);
  }

  private static Map<String, String> pairs(HttpServletRequest request, String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : new ArrayList<>(values(request, name))) {
      int colon = pair.indexOf(':');
      pairs.put(pair.substring(0, colon), pair.substring(colon + 1));
    }
    return pairs;
  }
}
