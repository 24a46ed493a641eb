package io.sidelight.tests.logging;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Logs the line that the parameters describe ({@code logger}, {@code level}, {@code message},
 * {@code arg}, {@code root} and {@code thrown} for messages of an exception, {@code marker}, {@code
 * kv=key:value}), or {@code times} of them with a number behind the message, with {@code
 * put=key:value} in the context meanwhile, on the thread that {@code on} says ({@code thread},
 * {@code outside}, else this one), and answers with {@code status}. With {@code later} it does so,
 * on another thread, when a request with {@code release} comes.
 *
 * <p>{@code hostile=message} logs lines whose code fails, and answers how many suppliers ran.
 *
 * <p>The body is what {@code get=key} and {@code enabled=level} are answered there, and the context
 * while the values were in it and after they were taken out.
 */
final class LogsServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient Logs logs;
  private final transient BlockingQueue<Runnable> outside;
  private final transient ExecutorService threads = Executors.newCachedThreadPool();
  private transient volatile CountDownLatch released = new CountDownLatch(1);

  LogsServlet(Logs logs, BlockingQueue<Runnable> outside) {
    this.logs = logs;
    this.outside = outside;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Asked asked = new Asked(request);
    FutureTask<String> task = new FutureTask<>(() -> answer(asked));
    try {
      String on = String.valueOf(request.getParameter("on"));
      if (request.getParameter("release") != null) {
        released.countDown();
      }
      switch (on) {
        case "outside" -> outside.add(task);
        case "thread" -> threads.execute(task);
        case "later" -> later(task);
        default -> task.run();
      }
      String text = on.equals("later") ? "" : task.get();
      String status = request.getParameter("status");
      response.setStatus(status == null ? 200 : Integer.parseInt(status));
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().print(text);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private void later(FutureTask<String> task) {
    CountDownLatch latch = new CountDownLatch(1);
    released = latch;
    threads.execute(
        () -> {
          try {
            latch.await();
            task.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private String answer(Asked request) {
    Map<String, String> own = pairs(request, "put");
    own.forEach(logs::put);
    StringBuilder answer = new StringBuilder();
    if (request.getParameter("message") != null) {
      log(request);
    }
    if (request.getParameter("hostile") != null) {
      logs.logHostile(logger(request), request.getParameter("hostile"));
      answer.append("supplied ").append(Hostile.supplied()).append('\n');
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

  private void log(Asked request) {
    String message = request.getParameter("message");
    String times = request.getParameter("times");
    if (times == null) {
      logs.log(line(request, message));
    } else {
      for (int i = 0; i < Integer.parseInt(times); i++) {
        logs.log(line(request, message + i));
      }
    }
  }

  private static Line line(Asked request, String message) {
    String level = request.getParameter("level");
    return new Line(
        logger(request),
        level == null ? "INFO" : level,
        message,
        values(request, "arg"),
        thrown(request),
        request.getParameter("marker"),
        new LinkedHashMap<>(pairs(request, "kv")));
  }

  private static String logger(Asked request) {
    String logger = request.getParameter("logger");
    return logger == null ? "shop.Orders" : logger;
  }

  private static Throwable thrown(Asked request) {
    String message = request.getParameter("thrown");
    String root = request.getParameter("root");
    return message == null
        ? null
        : new IllegalStateException(
            message, root == null ? null : new IllegalArgumentException(root));
  }

  private static List<String> values(Asked request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : List.of(values);
  }

  private static Map<String, String> pairs(Asked request, String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : new ArrayList<>(values(request, name))) {
      int colon = pair.indexOf(':');
      pairs.put(pair.substring(0, colon), pair.substring(colon + 1));
    }
    return pairs;
  }

  /** The parameters of a request, which may be over when they are needed. */
  private static final class Asked {

    private final Map<String, String[]> parameters;

    Asked(HttpServletRequest request) {
      parameters = new HashMap<>(request.getParameterMap());
    }

    String getParameter(String name) {
      String[] values = getParameterValues(name);
      return values == null ? null : values[0];
    }

    String[] getParameterValues(String name) {
      return parameters.get(name);
    }
  }
}
