package io.sidelight.agent;

import io.sidelight.config.Config;
import io.sidelight.config.Options;
import io.sidelight.config.Switches;
import io.sidelight.instrumentation.apachehttp.ApacheHttp4Instrumentation;
import io.sidelight.instrumentation.apachehttp.ApacheHttp5Instrumentation;
import io.sidelight.instrumentation.concurrent.ConcurrentInstrumentation;
import io.sidelight.instrumentation.jbosslog.JbossLogInstrumentation;
import io.sidelight.instrumentation.jdkhttp.JdkHttpInstrumentation;
import io.sidelight.instrumentation.jersey.JerseyInstrumentation;
import io.sidelight.instrumentation.jetty.JettyInstrumentation;
import io.sidelight.instrumentation.jetty12.Jetty12Instrumentation;
import io.sidelight.instrumentation.jettyclient.JettyClientInstrumentation;
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

/**
 * All instrumentations of the agent, with their switches, in the order of the documentation. One
 * that is switched off is not loaded.
 */
public final class Instrumentations {

  private static final String[] SERVERS = {"tomcat", "jetty", "jetty12", "undertow", "servlet"};

  private final List<LibraryInstrumentation> found = new ArrayList<>();
  private final @Nullable Config config;
  private final @Nullable Switches declared;

  /**
   * @param config null for all, whatever is switched off
   * @param declared gets the switches, and there are no instrumentations then; or null
   */
  private Instrumentations(@Nullable Config config, @Nullable Switches declared) {
    this.config = config;
    this.declared = declared;
    addServers();
    addFrameworks();
    addClients();
    addThreads();
    addLogging();
  }

  /** The switches of all libraries. Loads no instrumentation. */
  public static Switches switches() {
    Switches switches = new Switches();
    new Instrumentations(null, switches);
    return switches;
  }

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
    List<LibraryInstrumentation> enabled = new Instrumentations(config, null).found;
    if (!config.get(Options.STEPS).isEmpty()) {
      enabled.add(new StepsInstrumentation(matches));
    }
    return enabled;
  }

  /** Those of all libraries, whatever is switched off. */
  static List<LibraryInstrumentation> all() {
    return new Instrumentations(null, null).found;
  }

  private void addServers() {
    if (isOn(TomcatInstrumentation.SWITCH, TomcatInstrumentation.SWITCH_HELP)) {
      found.add(new TomcatInstrumentation());
    }
    if (isOn(JettyInstrumentation.SWITCH, JettyInstrumentation.SWITCH_HELP)) {
      found.add(new JettyInstrumentation());
      found.add(new Jetty12Instrumentation());
    }
    if (isOn(UndertowInstrumentation.SWITCH, UndertowInstrumentation.SWITCH_HELP)) {
      found.add(new UndertowInstrumentation());
    }
    if (isOn(ServletInstrumentation.SWITCH, ServletInstrumentation.SWITCH_HELP)) {
      found.addAll(ServletInstrumentation.all());
    }
  }

  private void addFrameworks() {
    if (isOn(SpringSecurityInstrumentation.SWITCH, SpringSecurityInstrumentation.SWITCH_HELP)) {
      found.add(new SpringSecurityInstrumentation());
      found.add(new SpringMvcInstrumentation());
      found.add(new SpringBootInstrumentation());
    }
    if (isOn(JerseyInstrumentation.SWITCH, JerseyInstrumentation.SWITCH_HELP)) {
      found.add(new JerseyInstrumentation());
      found.add(new ResteasyInstrumentation());
    }
  }

  private void addClients() {
    if (isOn(JdkHttpInstrumentation.SWITCH, JdkHttpInstrumentation.SWITCH_HELP)) {
      found.add(new JdkHttpInstrumentation());
    }
    if (isOn(OkHttpInstrumentation.SWITCH, OkHttpInstrumentation.SWITCH_HELP)) {
      found.add(new OkHttpInstrumentation());
    }
    if (isOn(ApacheHttp4Instrumentation.SWITCH, ApacheHttp4Instrumentation.SWITCH_HELP)) {
      found.add(new ApacheHttp4Instrumentation());
      found.add(new ApacheHttp5Instrumentation());
    }
    if (isOn(JettyClientInstrumentation.SWITCH, JettyClientInstrumentation.SWITCH_HELP)) {
      found.add(new JettyClientInstrumentation());
    }
    if (isOn(UrlConnectionInstrumentation.SWITCH, UrlConnectionInstrumentation.SWITCH_HELP)) {
      found.add(new UrlConnectionInstrumentation());
    }
  }

  private void addThreads() {
    boolean concurrent =
        isOn(ConcurrentInstrumentation.SWITCH, ConcurrentInstrumentation.SWITCH_HELP);
    if (concurrent) {
      found.add(new ConcurrentInstrumentation());
    }
    boolean serial =
        isOn(SerialExecutorsInstrumentation.SWITCH, SerialExecutorsInstrumentation.SWITCH_HELP);
    if (concurrent && serial) {
      found.add(new SerialExecutorsInstrumentation());
    }
  }

  private void addLogging() {
    if (isOn(LogbackInstrumentation.SWITCH, LogbackInstrumentation.SWITCH_HELP)) {
      found.add(new LogbackInstrumentation());
    }
    if (isOn(Log4jInstrumentation.SWITCH, Log4jInstrumentation.SWITCH_HELP)) {
      found.add(new Log4jInstrumentation());
    }
    if (isOn(JulInstrumentation.SWITCH, JulInstrumentation.SWITCH_HELP)) {
      found.add(new JulInstrumentation());
      found.add(new SystemLoggerInstrumentation());
      found.add(new JbossLogInstrumentation());
    }
  }

  private boolean isOn(String name, String help) {
    if (declared != null) {
      declared.add(name, help);
      return false;
    }
    return config == null || config.isInstrumented(name);
  }
}
