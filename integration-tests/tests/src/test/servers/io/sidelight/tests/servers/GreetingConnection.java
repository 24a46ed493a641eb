package io.sidelight.tests.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * What a connection of Jetty is upgraded to, as by WebSockets: the server says one thing and hangs
 * up. Before that it makes a call, which leaves a line and needs no other side: nobody listens on
 * port 1.
 */
final class GreetingConnection extends AbstractConnection implements Connection.UpgradeTo {

  GreetingConnection(EndPoint endPoint, Executor executor) {
    super(endPoint, executor);
  }

  @Override
  public void onUpgradeTo(ByteBuffer prefilled) {}

  @Override
  public void onOpen() {
    super.onOpen();
    callNobody();
    ByteBuffer greeting = StandardCharsets.US_ASCII.encode("welcome");
    getEndPoint().write(new Close(), greeting);
  }

  private static void callNobody() {
    try {
      URI.create("http://localhost:1/upgraded").toURL().openStream().close();
    } catch (IOException refused) {
      // as expected
    }
  }

  @Override
  public void onFillable() {}

  private final class Close implements Callback {

    @Override
    public void succeeded() {
      close();
    }
  }
}
