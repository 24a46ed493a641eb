package io.sidelight.tests.securitymanager;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketPermission;
import java.net.URI;
import java.net.URLPermission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AccessControlContext;
import java.security.AccessController;
import java.security.Permissions;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.security.ProtectionDomain;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * Embedded Tomcat that may be under a security manager. {@code /call} answers with the request ID
 * that {@code /id} gets from it, and calls that with hardly any permission. Arguments: the folder
 * to work in, which gets {@code port} once the server listens; {@code install} for a manager.
 */
public final class SecurityManagerMain {

  private static volatile URI address;

  private SecurityManagerMain() {}

  public static void main(String[] args) throws LifecycleException, IOException {
    if (args.length > 1) {
      System.setSecurityManager(new SecurityManager());
    }
    Path work = Path.of(args[0]);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.toString());
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(0);
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", work.toString());
    Tomcat.addServlet(context, "managed", new ManagedServlet());
    context.addServletMappingDecoded("/*", "managed");
    tomcat.start();
    address = URI.create("http://localhost:" + connector.getLocalPort());
    Path unfinished = Files.writeString(work.resolve("port.tmp"), "" + connector.getLocalPort());
    Files.move(unfinished, work.resolve("port"));
    tomcat.getServer().await();
  }

  private static final class ManagedServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain");
      response
          .getWriter()
          .print(
              request.getPathInfo().equals("/call") ? call() : request.getHeader("X-Request-ID"));
    }

    private static String call() throws IOException {
      Permissions few = new Permissions();
      few.add(new SocketPermission("localhost", "connect,resolve"));
      few.add(new URLPermission("http://localhost:*/*", "*:*"));
      ProtectionDomain[] domains = {new ProtectionDomain(null, few)};
      PrivilegedExceptionAction<String> read =
          () -> {
            try (InputStream in = address.resolve("/id").toURL().openStream()) {
              return new String(in.readAllBytes());
            }
          };
      try {
        return AccessController.doPrivileged(read, new AccessControlContext(domains));
      } catch (PrivilegedActionException e) {
        throw new IOException(e.getCause());
      }
    }
  }
}
