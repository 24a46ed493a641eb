package io.sidelight.tests.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A route after which the connection speaks another protocol, as those of WebSockets do. */
final class UpgradeRoutes {

  private UpgradeRoutes() {}

  static void addTo(Routes routes) {
    routes.add("/upgrade", UpgradeRoutes::upgrade);
  }

  private static void upgrade(HttpServletRequest request, HttpServletResponse response)
      throws jakarta.servlet.ServletException, IOException {
    response.setStatus(101);
    response.setHeader("Upgrade", "greeting");
    response.setHeader("Connection", "Upgrade");
    request.upgrade(Greeting.class);
  }

  /**
   * A protocol in which the server says one thing and hangs up. Before that it makes a call, which
   * leaves a line and needs no other side: nobody listens on port 1.
   */
  public static final class Greeting implements HttpUpgradeHandler {

    @Override
    public void init(WebConnection connection) {
      try {
        callNobody();
        connection.getOutputStream().write("welcome".getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
        connection.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private static void callNobody() {
      try {
        URI.create("http://localhost:1/upgraded").toURL().openStream().close();
      } catch (IOException refused) {
        // as expected
      }
    }

    @Override
    public void destroy() {}
  }
}
