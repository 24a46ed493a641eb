package io.sidelight.tests.leaks;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.slf4j.LoggerFactory;

/**
 * Embedded Tomcat with {@link SecretLeaksServlet}. Argument: the folder to work in. What the
 * application and the server log goes to the files {@code application-….log} there, so that all
 * that stands on standard output and standard error is the agent's.
 */
public final class SecretLeaksMain {

  private SecretLeaksMain() {}

  public static void main(String[] args) throws LifecycleException, IOException {
    Path work = Path.of(args[0]);
    logToFiles(work);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createDirectories(work.resolve("tomcat")).toString());
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(0);
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", work.toString());
    SecretLeaksServlet servlet = new SecretLeaksServlet();
    Wrapper wrapper = Tomcat.addServlet(context, "doors", servlet);
    wrapper.setMultipartConfigElement(
        new MultipartConfigElement(work.resolve("tomcat").toString()));
    context.addServletMappingDecoded("/*", "doors");
    tomcat.start();
    servlet.listensOn(connector.getLocalPort());
    Path unfinished = Files.writeString(work.resolve("port.tmp"), "" + connector.getLocalPort());
    Files.move(unfinished, work.resolve("port"));
    tomcat.getServer().await();
  }

  private static void logToFiles(Path work) throws IOException {
    LogManager.getLogManager().reset();
    FileHandler handler = new FileHandler(work.resolve("application-server.log").toString());
    handler.setFormatter(new SimpleFormatter());
    Logger.getLogger("").addHandler(handler);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%level %msg %mdc %kvp%n%ex");
    encoder.start();
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setFile(work.resolve("application-own.log").toString());
    appender.start();
    context.getLogger("ROOT").addAppender(appender);
  }
}
