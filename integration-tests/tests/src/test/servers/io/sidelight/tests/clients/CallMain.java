package io.sidelight.tests.clients;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.AccessLogValve;
import org.apache.coyote.http2.Http2Protocol;

/**
 * An embedded Tomcat that makes calls for those who ask it to. Arguments: the folder to work in,
 * which gets {@code logs/access.log} and, once the server listens, {@code port}; the pattern of the
 * access log; the class of the {@link Caller}.
 */
public final class CallMain {

  private CallMain() {}

  public static void main(String[] args)
      throws LifecycleException, IOException, ReflectiveOperationException, InterruptedException {
    BlockingQueue<Runnable> outside = new LinkedBlockingQueue<>();
    Caller caller = (Caller) Class.forName(args[2]).getConstructor().newInstance();
    start(new File(args[0]), args[1], new CallServlet(caller, outside));
    while (true) {
      outside.take().run();
    }
  }

  private static void start(File work, String pattern, CallServlet servlet)
      throws LifecycleException, IOException {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.getPath());
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(0);
    connector.setProperty("executorTerminationTimeoutMillis", "100");
    connector.addUpgradeProtocol(new Http2Protocol());
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    tomcat.getEngine().getPipeline().addValve(accessLog(work, pattern));
    Context context = tomcat.addContext("", work.getAbsolutePath());
    Tomcat.addServlet(context, "calls", servlet).setAsyncSupported(true);
    context.addServletMappingDecoded("/*", "calls");
    tomcat.start();
    Path unfinished = work.toPath().resolve("port.tmp");
    Files.writeString(unfinished, Integer.toString(connector.getLocalPort()));
    Files.move(unfinished, work.toPath().resolve("port"));
  }

  private static AccessLogValve accessLog(File work, String pattern) {
    AccessLogValve log = new AccessLogValve();
    log.setDirectory(new File(work, "logs").getAbsolutePath());
    log.setPrefix("access");
    log.setSuffix(".log");
    log.setRotatable(false);
    log.setBuffered(false);
    log.setPattern(pattern);
    return log;
  }
}
