package io.sidelight.tests.servers;

import io.sidelight.tests.app.ContractInitializer;
import io.sidelight.tests.app.PagedException;
import io.sidelight.tests.app.UserRoutes;
import io.undertow.security.api.AuthenticationMode;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.LoginConfig;
import io.undertow.servlet.api.MimeMapping;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Undertow's servlets with the contract application. Arguments: the folder to work in, the folder
 * with the static files, the pattern of the access log.
 */
public final class UndertowServletMain {

  private static final int SENT_BY_THE_KERNEL = 1024;

  private UndertowServletMain() {}

  public static void main(String[] args) throws IOException, ServletException {
    DeploymentInfo application =
        Servlets.deployment()
            .setClassLoader(UndertowServletMain.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("contract")
            .setResourceManager(new PathResourceManager(Path.of(args[1]), SENT_BY_THE_KERNEL))
            .addMimeMapping(new MimeMapping("txt", "text/plain"))
            .addWelcomePage("index.html")
            .addErrorPage(Servlets.errorPage("/error-page", 409))
            .addErrorPage(Servlets.errorPage("/error-page", PagedException.class))
            .addServletContainerInitializer(
                new ServletContainerInitializerInfo(ContractInitializer.class, Set.of()));
    addLogin(application);
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(application);
    manager.deploy();
    UndertowMain.run(Path.of(args[0]), args[2], manager.start());
  }

  /**
   * What a {@code web.xml} with a {@code login-config} comes to. As in other servers, credentials
   * that are sent to an open page are not looked at.
   */
  private static void addLogin(DeploymentInfo application) {
    String method = System.getProperty(UserRoutes.LOGIN);
    if (method == null) {
      return;
    }
    String page = method.equals("FORM") ? UserRoutes.LOGIN_PAGE : null;
    application
        .setIdentityManager(new OneUser(UserRoutes.USER, UserRoutes.PASSWORD, UserRoutes.ROLE))
        .setLoginConfig(new LoginConfig(method, "contract", page, page))
        .setAuthenticationMode(AuthenticationMode.CONSTRAINT_DRIVEN);
  }
}
