package io.sidelight.instrumentation;

import io.sidelight.config.Config;
import io.sidelight.config.Option;
import io.sidelight.config.Options;
import io.sidelight.instrumentation.apachehttp.ApacheHttp4Instrumentation;
import io.sidelight.instrumentation.apachehttp.ApacheHttp5Instrumentation;
import io.sidelight.instrumentation.concurrent.ConcurrentInstrumentation;
import io.sidelight.instrumentation.jbosslog.JbossLogInstrumentation;
import io.sidelight.instrumentation.jdkhttp.JdkHttpInstrumentation;
import io.sidelight.instrumentation.jersey.JerseyInstrumentation;
import io.sidelight.instrumentation.jetty.JettyInstrumentation;
import io.sidelight.instrumentation.jetty12.Jetty12Instrumentation;
import io.sidelight.instrumentation.jul.JulInstrumentation;
import io.sidelight.instrumentation.jul.SystemLoggerInstrumentation;
import io.sidelight.instrumentation.log4j.Log4jInstrumentation;
import io.sidelight.instrumentation.logback.LogbackInstrumentation;
import io.sidelight.instrumentation.okhttp.OkHttpInstrumentation;
import io.sidelight.instrumentation.resteasy.ResteasyInstrumentation;
import io.sidelight.instrumentation.serial.SerialExecutorsInstrumentation;
import io.sidelight.instrumentation.servlet.ServletInstrumentation;
import io.sidelight.instrumentation.spring.SpringSecurityInstrumentation;
import io.sidelight.instrumentation.springboot.SpringBootInstrumentation;
import io.sidelight.instrumentation.springmvc.SpringMvcInstrumentation;
import io.sidelight.instrumentation.steps.StepsInstrumentation;
import io.sidelight.instrumentation.tomcat.TomcatInstrumentation;
import io.sidelight.instrumentation.undertow.UndertowInstrumentation;
import io.sidelight.instrumentation.urlconnection.UrlConnectionInstrumentation;
import io.sidelight.step.StepMatches;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All instrumentations of the agent, with their switches. */
public final class Instrumentations {

  private static final String[] SERVERS = {"tomcat", "jetty", "jetty12", "undertow", "servlet"};

  private Instrumentations() {}

  /**
   * Whether one of these is for a server: the container's, or the fallback in servlets.
   *
   * @param names of instrumentations
   */
  public static boolean isAnyForAServer(Collection<String> names) {
    for (String server : SERVERS) {
      if (names.contains(server)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The ones that {@code sidelight.instrument.<name>} leaves on, and steps if there are any.
   *
   * @param matches is told what the patterns of steps have matched
   */
  public static List<LibraryInstrumentation> enabled(Config config, StepMatches matches) {
    List<LibraryInstrumentation> enabled = ofLibraries(config);
    if (!config.get(Options.STEPS).isEmpty()) {
      enabled.add(new StepsInstrumentation(matches));
    }
    return enabled;
  }

  /** Those of all libraries, whatever is switched off. */
  static List<LibraryInstrumentation> all() {
    return ofLibraries(null);
  }

  /** Those that are on, all of them without a configuration. */
  private static List<LibraryInstrumentation> ofLibraries(@Nullable Config config) {
    List<LibraryInstrumentation> enabled = new ArrayList<>();
    if (isOn(config, Options.INSTRUMENT_TOMCAT)) {
      enabled.add(new TomcatInstrumentation());
    }
    if (isOn(config, Options.INSTRUMENT_JETTY)) {
      enabled.add(new JettyInstrumentation());
      enabled.add(new Jetty12Instrumentation());
    }
    if (isOn(config, Options.INSTRUMENT_UNDERTOW)) {
      enabled.add(new UndertowInstrumentation());
    }
    if (isOn(config, Options.INSTRUMENT_SERVLET)) {
      enabled.addAll(ServletInstrumentation.all());
    }
    if (isOn(config, Options.INSTRUMENT_SPRING)) {
      enabled.add(new SpringSecurityInstrumentation());
      enabled.add(new SpringMvcInstrumentation());
      enabled.add(new SpringBootInstrumentation());
    }
    if (isOn(config, Options.INSTRUMENT_JAX_RS)) {
      enabled.add(new JerseyInstrumentation());
      enabled.add(new ResteasyInstrumentation());
    }
    addClients(config, enabled);
    addLogging(config, enabled);
    if (isOn(config, Options.INSTRUMENT_CONCURRENT)) {
      enabled.add(new ConcurrentInstrumentation());
      if (isOn(config, Options.INSTRUMENT_SERIAL_EXECUTORS)) {
        enabled.add(new SerialExecutorsInstrumentation());
      }
    }
    return enabled;
  }

  private static void addClients(@Nullable Config config, List<LibraryInstrumentation> enabled) {
    if (isOn(config, Options.INSTRUMENT_APACHE_HTTP)) {
      enabled.add(new ApacheHttp4Instrumentation());
      enabled.add(new ApacheHttp5Instrumentation());
    }
    if (isOn(config, Options.INSTRUMENT_JDK_HTTP)) {
      enabled.add(new JdkHttpInstrumentation());
    }
    if (isOn(config, Options.INSTRUMENT_OKHTTP)) {
      enabled.add(new OkHttpInstrumentation());
    }
    if (isOn(config, Options.INSTRUMENT_URL_CONNECTION)) {
      enabled.add(new UrlConnectionInstrumentation());
    }
  }

  private static void addLogging(@Nullable Config config, List<LibraryInstrumentation> enabled) {
    if (isOn(config, Options.INSTRUMENT_LOGBACK)) {
      enabled.add(new LogbackInstrumentation());
    }
    if (isOn(config, Options.INSTRUMENT_JUL)) {
      enabled.add(new JulInstrumentation());
      enabled.add(new SystemLoggerInstrumentation());
      enabled.add(new JbossLogInstrumentation());
    }
    if (isOn(config, Options.INSTRUMENT_LOG4J)) {
      enabled.add(new Log4jInstrumentation());
    }
  }

  private static boolean isOn(@Nullable Config config, Option<Boolean> option) {
    return config == null || config.get(option);
  }
}
