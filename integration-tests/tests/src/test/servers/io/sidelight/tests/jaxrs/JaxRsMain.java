package io.sidelight.tests.jaxrs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.AccessLogValve;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/**
 * Embedded Tomcat with the resources below {@code /shop/api}. Arguments: the folder to work in,
 * which gets {@code logs/access.log} and, once the server listens, {@code port}; the pattern of the
 * access log; the servlet of the JAX-RS implementation.
 */
public final class JaxRsMain {

  private JaxRsMain() {}

  public static void main(String[] args) throws LifecycleException, IOException {
    Path work = Path.of(args[0]);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.toString());
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(0);
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    tomcat.getEngine().getPipeline().addValve(accessLog(work, args[1]));
    addApplication(tomcat.addContext("/shop", work.toString()), args[2]);
    tomcat.start();
    Path unfinished = Files.writeString(work.resolve("port.tmp"), "" + connector.getLocalPort());
    Files.move(unfinished, work.resolve("port"));
    tomcat.getServer().await();
  }

  private static void addApplication(Context context, String servlet) {
    Wrapper wrapper = Tomcat.addServlet(context, "api", servlet);
    wrapper.addInitParameter("javax.ws.rs.Application", Resources.class.getName());
    wrapper.addInitParameter("jakarta.ws.rs.Application", Resources.class.getName());
    wrapper.addInitParameter("resteasy.servlet.mapping.prefix", "/api");
    wrapper.setAsyncSupported(true);
    wrapper.setLoadOnStartup(1);
    context.addServletMappingDecoded("/api/*", "api");
    ErrorPage page = new ErrorPage();
    page.setErrorCode(404);
    page.setLocation("/api/sorry");
    context.addErrorPage(page);
  }

  private static AccessLogValve accessLog(Path work, String pattern) {
    AccessLogValve log = new AccessLogValve();
    log.setDirectory(work.resolve("logs").toString());
    log.setPrefix("access");
    log.setSuffix(".log");
    log.setRotatable(false);
    log.setBuffered(false);
    log.setPattern(pattern);
    return log;
  }
}
