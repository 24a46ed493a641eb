package io.sidelight.tests.app;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.authenticator.FormAuthenticator;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.AccessLogValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.LoginConfig;

/**
 * Embedded Tomcat with the contract application. Arguments: the folder to work in, which gets
 * {@code logs/access.log} and, once the server listens, {@code port}; the folder with the static
 * files; the pattern of the access log. Runs until it is terminated, or is sent a line on standard
 * input, after which it ends like any program whose last thread has ended.
 */
public final class EmbeddedTomcatMain {

  private EmbeddedTomcatMain() {}

  public static void main(String[] args) throws LifecycleException, IOException {
    File work = new File(args[0]);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.getPath());
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(0);
    // A request that ends the JVM waits for the server to stop, and that one for the request.
    connector.setProperty("executorTerminationTimeoutMillis", "100");
    connector.addUpgradeProtocol(new Http2Protocol());
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    tomcat.getEngine().getPipeline().addValve(accessLog(work, args[2]));
    tomcat.getEngine().getPipeline().addValve(new RemoteIpValve());
    addApplication(tomcat, args[1]);
    tomcat.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tomcat), "stop"));
    announce(work, connector.getLocalPort());
    awaitLine();
    tomcat.stop();
    tomcat.destroy();
  }

  /** The end of standard input is not a line: a server may run without one. */
  private static void awaitLine() throws IOException {
    int b = System.in.read();
    while (b != '\n') {
      if (b < 0) {
        LockSupport.park();
      } else {
        b = System.in.read();
      }
    }
  }

  private static AccessLogValve accessLog(File work, String pattern) {
    AccessLogValve log = new AccessLogValve();
    log.setDirectory(new File(work, "logs").getAbsolutePath());
    log.setPrefix("access");
    log.setSuffix(".log");
    log.setRotatable(false);
    log.setBuffered(false);
    log.setPattern(pattern);
    return log;
  }

  private static void addApplication(Tomcat tomcat, String files) {
    Context context = tomcat.addContext("", new File(files).getAbsolutePath());
    context.addMimeMapping("txt", "text/plain");
    context.addWelcomeFile("index.html");
    ErrorPage status = new ErrorPage();
    status.setErrorCode(409);
    status.setLocation("/error-page");
    context.addErrorPage(status);
    ErrorPage exception = new ErrorPage();
    exception.setExceptionType(PagedException.class.getName());
    exception.setLocation("/error-page");
    context.addErrorPage(exception);
    addLogin(tomcat, context);
    context.addServletContainerInitializer(new ContractInitializer(), null);
    context.addServletContainerInitializer((types, servlets) -> addDefault(servlets), null);
  }

  /** What a {@code web.xml} with a {@code login-config} comes to. */
  private static void addLogin(Tomcat tomcat, Context context) {
    String method = System.getProperty(UserRoutes.LOGIN);
    if (method == null) {
      return;
    }
    tomcat.addUser(UserRoutes.USER, UserRoutes.PASSWORD);
    tomcat.addRole(UserRoutes.USER, UserRoutes.ROLE);
    boolean form = method.equals("FORM");
    String page = form ? UserRoutes.LOGIN_PAGE : null;
    context.setLoginConfig(new LoginConfig(method, "contract", page, page));
    context.getPipeline().addValve(form ? new FormAuthenticator() : new BasicAuthenticator());
  }

  private static void addDefault(ServletContext context) {
    ServletRegistration.Dynamic statics = context.addServlet("default", new DefaultServlet());
    statics.setAsyncSupported(true);
    statics.setLoadOnStartup(1);
    statics.addMapping("/");
  }

  private static void announce(File work, int port) throws IOException {
    File unfinished = new File(work, "port.tmp");
    try (OutputStream out = new FileOutputStream(unfinished)) {
      out.write(Integer.toString(port).getBytes(StandardCharsets.US_ASCII));
    }
    if (!unfinished.renameTo(new File(work, "port"))) {
      throw new IOException("can't write the port to " + work);
    }
  }

  private static void stop(Tomcat tomcat) {
    try {
      if (tomcat.getServer().getState().isAvailable()) {
        tomcat.stop();
      }
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }
}
