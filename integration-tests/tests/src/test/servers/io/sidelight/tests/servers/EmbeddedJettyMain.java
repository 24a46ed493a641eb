package io.sidelight.tests.servers;

import io.sidelight.tests.app.ContractInitializer;
import io.sidelight.tests.app.PagedException;
import io.sidelight.tests.app.UserRoutes;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.security.authentication.FormAuthenticator;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/**
 * Embedded Jetty 9.4 to 11 with the contract application. Arguments: the folder to work in, which
 * gets {@code logs/access.log} and, once the server listens, {@code port}; the folder with the
 * static files. Runs until it is terminated.
 */
public final class EmbeddedJettyMain {

  private EmbeddedJettyMain() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    Server server = new Server();
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.addCustomizer(new ForwardedRequestCustomizer());
    ServerConnector connector =
        new ServerConnector(
            server,
            new HttpConnectionFactory(configuration),
            new HTTP2CServerConnectionFactory(configuration));
    server.addConnector(connector);
    server.setRequestLog(new LineRequestLog(work.resolve("logs/access.log")));
    server.setHandler(application(args[1], work));
    server.start();
    Path unfinished = work.resolve("port.tmp");
    Files.writeString(unfinished, Integer.toString(connector.getLocalPort()));
    Files.move(unfinished, work.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    server.join();
  }

  private static ServletContextHandler application(String files, Path work) throws IOException {
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.setContextPath("/");
    context.setResourceBase(files);
    context.setWelcomeFiles(new String[] {"index.html"});
    // Named, since error pages tell the name, and the one that it gets else is a random one.
    ServletHolder statics = new ServletHolder("default", DefaultServlet.class);
    statics.setAsyncSupported(true);
    context.addServlet(statics, "/");
    context.addServlet(new ServletHolder(new UpgradeServlet()), "/upgrade");
    ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
    pages.addErrorPage(409, "/error-page");
    pages.addErrorPage(PagedException.class, "/error-page");
    // How deep Jetty's own part of a stack is depends on which thread reads from the connection.
    pages.setShowStacks(false);
    context.setErrorHandler(pages);
    addLogin(context, work);
    context.addEventListener(
        new ServletContextListener() {
          @Override
          public void contextInitialized(ServletContextEvent event) {
            new ContractInitializer().onStartup(Set.of(), event.getServletContext());
          }

          @Override
          public void contextDestroyed(ServletContextEvent event) {}
        });
    return context;
  }

  /** Upgrades by Jetty's own means, as WebSockets do in all its versions. */
  private static final class UpgradeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      HttpChannel channel = Request.getBaseRequest(request).getHttpChannel();
      Executor executor = channel.getServer().getThreadPool();
      GreetingConnection upgraded = new GreetingConnection(channel.getEndPoint(), executor);
      request.setAttribute("org.eclipse.jetty.server.HttpConnection.UPGRADE", upgraded);
      request.setAttribute("org.eclipse.jetty.server.HttpTransport.UPGRADE", upgraded);
      response.setStatus(101);
      response.setHeader("Upgrade", "greeting");
      response.setHeader("Connection", "Upgrade");
    }
  }

  /** What a {@code web.xml} with a {@code login-config} comes to. */
  private static void addLogin(ServletContextHandler context, Path work) throws IOException {
    String method = System.getProperty(UserRoutes.LOGIN);
    if (method == null) {
      return;
    }
    Path users = work.resolve("users.properties");
    Files.writeString(
        users, UserRoutes.USER + ": " + UserRoutes.PASSWORD + "," + UserRoutes.ROLE + "\n");
    ConstraintSecurityHandler security = new ConstraintSecurityHandler();
    security.setLoginService(new HashLoginService("contract", users.toString()));
    security.setAuthenticator(
        method.equals("FORM")
            ? new FormAuthenticator(UserRoutes.LOGIN_PAGE, UserRoutes.LOGIN_PAGE, true)
            : new BasicAuthenticator());
    context.setSecurityHandler(security);
  }
}
