package io.sidelight.tests.servers;

import io.sidelight.tests.app.ContractInitializer;
import io.sidelight.tests.app.PagedException;
import io.sidelight.tests.app.UserRoutes;
import jakarta.servlet.HttpConstraintElement;
import jakarta.servlet.ServletSecurityElement;
import jakarta.servlet.annotation.ServletSecurity.TransportGuarantee;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.security.authentication.FormAuthenticator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.security.Credential;

/**
 * Jetty 12 with the contract application; compiled for each of its Jakarta EE environments.
 * Arguments: the folder to work in, the folder with the static files, the pattern of the log.
 */
public final class Jetty12ServletsMain {

  private Jetty12ServletsMain() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    Server server = Jetty12.create(work, args[2]);
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.setContextPath("/");
    context.setBaseResource(ResourceFactory.root().newResource(Path.of(args[1])));
    context.setWelcomeFiles(new String[] {"index.html"});
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    // Which frames there are below the servlet depends on the thread that Jetty chose.
    errors.setShowStacks(false);
    errors.addErrorPage(409, "/error-page");
    errors.addErrorPage(PagedException.class, "/error-page");
    context.setErrorHandler(errors);
    addLogin(context);
    context.addServletContainerInitializer(new ContractInitializer());
    ServletHolder statics = new ServletHolder("default", new DefaultServlet());
    statics.setAsyncSupported(true);
    context.addServlet(statics, "/");
    server.setHandler(context);
    Jetty12.start(server, work);
  }

  /** What a {@code web.xml} with a {@code login-config} comes to. */
  private static void addLogin(ServletContextHandler context) {
    String method = System.getProperty(UserRoutes.LOGIN);
    if (method == null) {
      return;
    }
    UserStore users = new UserStore();
    users.addUser(
        UserRoutes.USER,
        Credential.getCredential(UserRoutes.PASSWORD),
        new String[] {UserRoutes.ROLE});
    HashLoginService service = new HashLoginService("contract");
    service.setUserStore(users);
    ConstraintSecurityHandler security = new ConstraintSecurityHandler();
    security.setRealmName("contract");
    security.setLoginService(service);
    security.setAuthenticator(
        method.equals("FORM")
            ? new FormAuthenticator(UserRoutes.LOGIN_PAGE, UserRoutes.LOGIN_PAGE, true)
            : new BasicAuthenticator());
    constrain(security, "/user/clerk", UserRoutes.ROLE);
    constrain(security, "/user/clerk-async", UserRoutes.ROLE);
    constrain(security, "/user/chief", "chief");
    context.setSecurityHandler(security);
  }

  /** A context that is no web application passes over what is said of a servlet. */
  private static void constrain(ConstraintSecurityHandler security, String path, String role) {
    ConstraintSecurityHandler.createConstraintsWithMappingsForPath(
            "contract",
            path,
            new ServletSecurityElement(new HttpConstraintElement(TransportGuarantee.NONE, role)))
        .forEach(security::addConstraintMapping);
  }
}
