package io.sidelight.tests.threads;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * Embedded Tomcat whose one servlet hands work over, in the way that the path says. Argument: the
 * folder to work in, which gets {@code port} once the server listens.
 */
public final class ThreadsMain {

  /** Handed to the main thread, which is in no request. */
  private static final SynchronousQueue<String> QUESTIONS = new SynchronousQueue<>();

  private static final SynchronousQueue<String> ANSWERS = new SynchronousQueue<>();

  private static volatile URI address;

  private ThreadsMain() {}

  /** Where the server listens. */
  static URI address() {
    return address;
  }

  public static void main(String[] args)
      throws LifecycleException, IOException, InterruptedException {
    HandOvers.Outside.init();
    SerialHandOvers.setUp();
    Path work = Path.of(args[0]);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.toString());
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(0);
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", work.toString());
    Wrapper wrapper = Tomcat.addServlet(context, "threads", new ThreadsServlet());
    wrapper.setAsyncSupported(true);
    context.addServletMappingDecoded("/*", "threads");
    tomcat.start();
    address = URI.create("http://localhost:" + connector.getLocalPort());
    Path unfinished = Files.writeString(work.resolve("port.tmp"), "" + connector.getLocalPort());
    Files.move(unfinished, work.resolve("port"));
    while (true) {
      QUESTIONS.take();
      String answer;
      try {
        answer = String.join(" ", HandOvers.left());
      } catch (Exception e) {
        answer = e.toString();
      }
      ANSWERS.put(answer);
    }
  }

  private static final class ThreadsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try {
        String path = request.getPathInfo();
        if (path.equals("/async-start")) {
          AsyncContext async = request.startAsync();
          async.start(
              () -> {
                answer(response, CurrentRequest.id());
                async.complete();
              });
        } else {
          answer(response, answer(path.substring(1), request.getParameter("name")));
        }
      } catch (Exception e) {
        throw new IOException(e);
      }
    }

    private static String answer(String path, String name) throws Exception {
      switch (path) {
        case "kinds":
          return String.join(" ", HandOvers.kinds().keySet());
        case "own-objects":
          return String.join(" ", OwnObjects.wrong());
        case "occupy":
          SerialHandOvers.occupy(name);
          return "";
        case "complete":
          SerialHandOvers.complete();
          return "";
        case "start-worker":
          LateHandOvers.start(name);
          return "";
        case "hello":
          HandOvers.all();
          return "";
        case "left":
          QUESTIONS.put("");
          return ANSWERS.take();
        default:
          String seen = HandOvers.kinds().get(path).call().toString();
          String here = CurrentRequest.id();
          return seen + " " + here;
      }
    }

    private static void answer(HttpServletResponse response, String text) {
      try {
        response.setContentType("text/plain");
        response.getWriter().print(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
