package io.sidelight.overhead.subject;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.JsonAccessLogValve;

/**
 * The application under measurement: an embedded Tomcat with a trivial servlet and one that makes
 * three calls.
 *
 * <p>Arguments: port, working folder, the URL to call, and optionally {@code access-log} to let
 * Tomcat itself write one JSON line per request. It ends when its standard input does, so that it
 * also ends with the process that started it, and in the same orderly way on every platform.
 */
public final class SubjectApplication {
  /** As many threads from the start as there ever will be: allocation is summed over live ones. */
  private static final int THREADS = 16;

  private SubjectApplication() {}

  /**
   * Serves until standard input ends.
   *
   * @throws Exception if Tomcat does not start
   */
  public static void main(String[] args) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(args[1]);
    tomcat.setPort(Integer.parseInt(args[0]));
    Connector connector = tomcat.getConnector();
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxKeepAliveRequests", "-1");
    connector.setProperty("minSpareThreads", Integer.toString(THREADS));
    connector.setProperty("maxThreads", Integer.toString(THREADS));
    Context context = tomcat.addContext("", null);
    serve(context, "/hello", new GreetingServlet());
    serve(context, "/calls", new CallsServlet(args[2], THREADS));
    serve(context, "/meter", new MeterServlet());
    if (args.length > 3 && args[3].equals("access-log")) {
      tomcat.getHost().getPipeline().addValve(accessLog(args[1]));
    }
    tomcat.start();
    awaitEndOfInput();
    tomcat.stop();
    tomcat.destroy();
    System.exit(0);
  }

  @SuppressWarnings("deprecation") // of no path that would need decoding
  private static void serve(Context context, String path, HttpServlet servlet) {
    Tomcat.addServlet(context, path, servlet);
    context.addServletMappingDecoded(path, path);
  }

  private static JsonAccessLogValve accessLog(String folder) {
    JsonAccessLogValve valve = new JsonAccessLogValve();
    valve.setDirectory(folder);
    valve.setPrefix("access");
    valve.setFileDateFormat("");
    valve.setSuffix(".log");
    valve.setPattern("%h %t %m %U %q %H %s %B %D %{User-Agent}i %I");
    return valve;
  }

  private static void awaitEndOfInput() throws IOException {
    int next;
    do {
      next = System.in.read();
    } while (next >= 0);
  }
}
