package io.sidelight.tests.servers;

import io.sidelight.tests.app.ContractInitializer;
import io.sidelight.tests.app.PagedException;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
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
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(application);
    manager.deploy();
    UndertowMain.run(Path.of(args[0]), args[2], manager.start());
  }
}
