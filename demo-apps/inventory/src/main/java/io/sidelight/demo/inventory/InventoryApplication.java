package io.sidelight.demo.inventory;

import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/**
 * The inventory service, as it would be without any agent: {@code java -jar inventory.jar [PORT]}.
 *
 * <p>When {@code INVENTORY_TOKEN} is set in its environment, callers have to know it.
 */
public final class InventoryApplication {
  private static final String DEFAULT_PORT = "8081";

  private InventoryApplication() {}

  /**
   * Serves until the process is told to end.
   *
   * @throws Exception if Jetty does not start
   */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args.length > 0 ? args[0] : DEFAULT_PORT);
    Server server = server(port, System.getenv("INVENTORY_TOKEN"));
    server.setStopAtShutdown(true);
    server.start();
    server.join();
  }

  /** A server that is not started yet; without a token it is open to everybody. */
  static Server server(int port, String token) {
    Warehouse warehouse = new Warehouse();
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new StockServlet(warehouse)), "/stock/*");
    context.addServlet(new ServletHolder(new ReservationServlet(warehouse)), "/reservations");
    context.addServlet(new ServletHolder(new DeliveryServlet(warehouse)), "/deliveries/*");
    if (token != null) {
      FilterHolder filter = new FilterHolder(new TokenFilter(token));
      context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    }
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    server.setHandler(context);
    return server;
  }
}
