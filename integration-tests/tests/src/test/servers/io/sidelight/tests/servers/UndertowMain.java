package io.sidelight.tests.servers;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.accesslog.AccessLogHandler;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What the embedded mains of Undertow have in common: the server, its access log, its end. */
final class UndertowMain {

  private UndertowMain() {}

  /**
   * Starts a server and writes its port to the file {@code port} of the work folder. Runs until it
   * is terminated.
   *
   * @param pattern of the access log
   */
  static void run(Path work, String pattern, HttpHandler handler) throws IOException {
    Path log = Files.createDirectories(work.resolve("logs")).resolve("access.log");
    PrintStream out = new PrintStream(Files.newOutputStream(log), true, "ISO-8859-1");
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "0.0.0.0")
            .setIoThreads(2)
            .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, 8192)
            .setServerOption(UndertowOptions.RECORD_REQUEST_START_TIME, true)
            .setHandler(
                new AccessLogHandler(
                    Handlers.proxyPeerAddress(handler),
                    out::println,
                    pattern,
                    UndertowMain.class.getClassLoader()))
            .build();
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    announce(work, port);
  }

  private static void announce(Path work, int port) {
    try {
      Path unfinished = Files.writeString(work.resolve("port.tmp"), Integer.toString(port));
      Files.move(unfinished, work.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
