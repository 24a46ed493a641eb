package io.sidelight.tests.logging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * An embedded Tomcat whose servlet logs what it is asked to. Arguments: the folder to work in,
 * which gets {@code port} once the server listens, the class of the {@link Logs}, and that of the
 * {@link Facade} in front of them, if there is one.
 */
public final class LogsMain {

  private LogsMain() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    Logs logs = (Logs) made(args[1]);
    if (args.length > 2) {
      logs = new FacadeLogs(logs, (Facade) made(args[2]));
    }
    logs.configure(work);
    BlockingQueue<Runnable> outside = new LinkedBlockingQueue<>();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.toString());
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(0);
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", work.toString());
    Tomcat.addServlet(context, "logs", new LogsServlet(logs, outside));
    context.addServletMappingDecoded("/*", "logs");
    tomcat.start();
    Path unfinished = Files.writeString(work.resolve("port.tmp"), "" + connector.getLocalPort());
    Files.move(unfinished, work.resolve("port"));
    while (true) {
      outside.take().run(); // this thread is in no request
    }
  }

  private static Object made(String className) throws ReflectiveOperationException {
    return Class.forName(className).getDeclaredConstructor().newInstance();
  }
}
