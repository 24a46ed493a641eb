package io.sidelight.tests.listening;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server of the JDK. */
public final class JdkServerMain {

  private JdkServerMain() {}

  public static void main(String[] args) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    System.out.println("port " + server.getAddress().getPort());
    Waiting.forTest();
    System.exit(0);
  }
}
