package io.sidelight.tests.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLogWriter;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** What all embedded servers of Jetty 12 have in common. */
final class Jetty12 {

  private Jetty12() {}

  /** A server for HTTP/1.1 and HTTP/2 without TLS that keeps a log in its work folder. */
  static Server create(Path work, String pattern) throws IOException {
    Server server = new Server();
    HttpConfiguration http = new HttpConfiguration();
    http.addCustomizer(new ForwardedRequestCustomizer());
    server.addConnector(
        new ServerConnector(
            server, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http)));
    Path log = Files.createDirectories(work.resolve("logs")).resolve("access.log");
    server.setRequestLog(new CustomRequestLog(new RequestLogWriter(log.toString()), pattern));
    server.setErrorHandler(errors());
    server.setStopAtShutdown(true);
    return server;
  }

  /** Which frames there are in a stack trace depends on the thread that Jetty chose. */
  private static ErrorHandler errors() {
    ErrorHandler errors = new ErrorHandler();
    errors.setShowStacks(false);
    return errors;
  }

  /** Starts the server and tells its port. */
  static void start(Server server, Path work) throws Exception {
    server.start();
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    Path unfinished = Files.writeString(work.resolve("port.tmp"), Integer.toString(port));
    Files.move(unfinished, work.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    server.join();
  }
}
