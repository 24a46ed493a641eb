package io.sidelight.tests.logging;

import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Compatibility;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.TomcatQuirks;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A logging library that the contract is checked on: a service on Tomcat that logs with it. */
public final class LoggingBackend implements ServiceUnderTest {

  /** What there is to a library and the API in front of it. */
  enum Trait {
    /** A context for each thread, which patterns show. */
    CONTEXT,
    /** An appender that writes on a thread of its own. */
    ASYNC,
    /** A layout of the application's own, beside patterns. */
    OWN_LAYOUT,
    /** A filter of the application's own for lines of all appenders. */
    FILTER,
    MARKERS,
    /** Keys and values of a line. */
    KEY_VALUES,
    /** It is made of named modules; the newest release runs as such. */
    MODULES
  }

  private static final Set<Trait> SLF4J_1 =
      Set.of(Trait.CONTEXT, Trait.ASYNC, Trait.OWN_LAYOUT, Trait.FILTER, Trait.MARKERS);
  private static final Set<Trait> NO_MARKERS =
      Set.of(Trait.CONTEXT, Trait.ASYNC, Trait.OWN_LAYOUT, Trait.FILTER);
  private static final Set<Trait> NO_CONTEXT = Set.of(Trait.ASYNC, Trait.OWN_LAYOUT, Trait.FILTER);
  private static final Set<Trait> ALL = Set.of(Trait.values());

  private static final String LOG4J_2 = "org.apache.logging.log4j:";
  private static final String DISRUPTOR = "com.lmax:disruptor:3.4.4";
  private static final String LOGBACK_1_5 = "ch.qos.logback:logback-classic:1.5.38";

  /** With SLF4J 1.7. */
  static final LoggingBackend LOGBACK_1_2 =
      new LoggingBackend(
          "Logback",
          "LogbackLogs",
          List.of("1.2.0", "1.2.13"),
          List.of(),
          version -> List.of("ch.qos.logback:logback-classic:" + version),
          SLF4J_1);

  /** With SLF4J 2. */
  public static final LoggingBackend LOGBACK =
      new LoggingBackend(
          "Logback",
          "FluentLogbackLogs",
          List.of("1.3.0", "1.6.6"),
          List.of("1.3.16", "1.4.0", "1.4.14", "1.5.0", "1.5.38", "1.6.0"),
          version -> List.of("ch.qos.logback:logback-classic:" + version),
          ALL);

  /** Set up by its file, which it looks at while it runs. */
  static final LoggingBackend LOGBACK_XML =
      new LoggingBackend(
          "Logback, by its file",
          "LogbackXmlLogs",
          List.of("1.2.0", "1.6.6"),
          List.of("1.2.13", "1.3.16", "1.4.14", "1.5.38"),
          version -> List.of("ch.qos.logback:logback-classic:" + version),
          Set.of(Trait.CONTEXT));

  /** With encoders for JSON: logstash-logback-encoder's and Spring Boot's. */
  static final LoggingBackend LOGBACK_ENCODERS =
      new LoggingBackend(
          "Logback, encoders for JSON",
          "EncoderLogs",
          List.of("8.1"),
          List.of(),
          version ->
              List.of(
                  "net.logstash.logback:logstash-logback-encoder:" + version,
                  "org.springframework.boot:spring-boot:3.5.16",
                  LOGBACK_1_5),
          Set.of(Trait.CONTEXT));

  /** The JDK's own, in the JDK that runs the service. */
  static final LoggingBackend JUL =
      new LoggingBackend(
          "java.util.logging", "JulLogs", List.of(), List.of(), version -> List.of(), NO_CONTEXT);

  /** The same behind SLF4J, with Tomcat's formatter. */
  static final LoggingBackend JULI =
      new LoggingBackend(
          "slf4j-jdk14",
          "JuliLogs",
          List.of("2.0.17"),
          List.of(),
          version -> List.of("org.slf4j:slf4j-jdk14:" + version),
          NO_CONTEXT);

  /** In place of the JDK's, as in WildFly and Quarkus. */
  static final LoggingBackend JBOSS =
      new LoggingBackend(
          "JBoss LogManager",
          "JbossLogs",
          List.of("2.1.0.Final", "3.2.1.Final"),
          List.of("2.1.19.Final", "3.0.6.Final"),
          version -> List.of("org.jboss.logmanager:jboss-logmanager:" + version),
          NO_MARKERS);

  /** With SLF4J 1.7. */
  static final LoggingBackend LOG4J =
      new LoggingBackend(
          "Log4j 2",
          "Log4jLogs",
          List.of("2.12.0", "2.26.1"),
          List.of("2.13.3", "2.17.2", "2.20.0", "2.24.3"),
          version -> List.of(LOG4J_2 + "log4j-slf4j-impl:" + version),
          SLF4J_1);

  /** With SLF4J 2 and asynchronous loggers. */
  static final LoggingBackend LOG4J_ASYNC =
      new LoggingBackend(
          "Log4j 2, asynchronous",
          "FluentLog4jLogs",
          List.of("2.20.0", "2.26.1"),
          List.of("2.24.3"),
          version -> List.of(LOG4J_2 + "log4j-slf4j2-impl:" + version, DISRUPTOR),
          ALL);

  /** By its own API, with reusable events. */
  static final LoggingBackend LOG4J_API =
      new LoggingBackend(
          "Log4j 2, its own API",
          "Log4jApiLogs",
          List.of("2.12.0", "2.26.1"),
          List.of("2.13.3", "2.17.2", "2.20.0", "2.24.3"),
          version -> List.of(LOG4J_2 + "log4j-core:" + version, DISRUPTOR),
          ALL);

  /** The JDK's own facade, in the JDK that runs the service. */
  static final LoggingBackend SYSTEM_LOGGER =
      new LoggingBackend(
          "System.Logger",
          "JulLogs",
          "SystemFacade",
          List.of(),
          List.of(),
          version -> List.of(),
          NO_CONTEXT);

  /** The versions are those of the bridge, here and below. */
  static final LoggingBackend SYSTEM_LOGGER_ON_LOGBACK =
      new LoggingBackend(
          "System.Logger on Logback",
          "LogbackLogs",
          "SystemFacade",
          List.of("2.0.17"),
          List.of(),
          version -> List.of("org.slf4j:slf4j-jdk-platform-logging:" + version, LOGBACK_1_5),
          NO_MARKERS);

  /** There is no newer bridge. */
  static final LoggingBackend SYSTEM_LOGGER_ON_LOG4J =
      new LoggingBackend(
          "System.Logger on Log4j 2",
          "Log4jApiLogs",
          "SystemFacade",
          List.of("2.25.5"),
          List.of(),
          version ->
              List.of(
                  LOG4J_2 + "log4j-jpl:" + version, LOG4J_2 + "log4j-core:" + version, DISRUPTOR),
          NO_MARKERS);

  static final LoggingBackend COMMONS_LOGGING =
      new LoggingBackend(
          "Commons Logging",
          "JulLogs",
          "CommonsFacade",
          List.of("1.1.3", "1.4.0"),
          List.of("1.2", "1.3.5"),
          version -> List.of("commons-logging:commons-logging:" + version),
          NO_CONTEXT);

  static final LoggingBackend COMMONS_LOGGING_ON_LOGBACK =
      new LoggingBackend(
          "Commons Logging on Logback",
          "LogbackLogs",
          "CommonsFacade",
          List.of("2.0.17"),
          List.of(),
          version -> List.of("org.slf4j:jcl-over-slf4j:" + version, LOGBACK_1_5),
          NO_MARKERS);

  private static final String PACKAGE = "io.sidelight.tests.logging.";
  private static final String MAIN = PACKAGE + "LogsMain";
  private static final String TOMCAT = "org.apache.tomcat.embed:tomcat-embed-core:10.1.59";

  private final String name;
  private final String logs;
  private final @Nullable String facade;
  private final List<String> versions;
  private final List<String> versionsBetween;
  private final Function<String, List<String>> artifacts;
  private final Set<Trait> traits;

  LoggingBackend(
      String name,
      String logs,
      List<String> versions,
      List<String> versionsBetween,
      Function<String, List<String>> artifacts,
      Set<Trait> traits) {
    this(name, logs, null, versions, versionsBetween, artifacts, traits);
  }

  /**
   * @param logs class that logs, in {@code src/test/servers}
   * @param facade class for the API in front of it, beside that one; null for none
   * @param versions the oldest and the newest, none for what is part of the JDK
   * @param artifacts of a version
   */
  private LoggingBackend(
      String name,
      String logs,
      @Nullable String facade,
      List<String> versions,
      List<String> versionsBetween,
      Function<String, List<String>> artifacts,
      Set<Trait> traits) {
    this.name = name;
    this.logs = logs;
    this.facade = facade;
    this.versions = versions;
    this.versionsBetween = versionsBetween;
    this.artifacts = artifacts;
    this.traits = traits;
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> versions() {
    return isPartOfTheJdk()
        ? Jdks.all().stream().map(jdk -> Integer.toString(jdk.feature())).toList()
        : versions;
  }

  @Override
  public List<String> versionsBetween() {
    return versionsBetween;
  }

  /** All versions that log alike are one line. */
  @Override
  public String line(String version) {
    return isPartOfTheJdk() ? "" : logs;
  }

  @Override
  public boolean runsOn(String version, int javaFeature) {
    return !isPartOfTheJdk() || version.equals(Integer.toString(javaFeature));
  }

  private boolean isPartOfTheJdk() {
    return versions.isEmpty();
  }

  @Override
  public String kind() {
    return Compatibility.LOGGING;
  }

  @Override
  public boolean javax(String version) {
    return false;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) {
    String tomcat = Artifacts.classPath(TOMCAT);
    List<String> coordinates = artifacts.apply(target.version());
    String libraries =
        coordinates.isEmpty() ? "" : Artifacts.classPath(coordinates.toArray(new String[0]));
    String all = tomcat + File.pathSeparator + libraries;
    List<String> classes = new ArrayList<>(List.of(PACKAGE + logs));
    if (facade != null) {
      classes.add(PACKAGE + facade);
    }
    List<String> classPath = new ArrayList<>();
    classPath.add(ServerSources.compile(MAIN, Map.of(), all).toString());
    for (String each : classes) {
      classPath.add(ServerSources.compile(each, Map.of(), all).toString());
    }
    List<String> command = new ArrayList<>();
    if (has(Trait.MODULES) && target.version().equals(versions.get(versions.size() - 1))) {
      command.addAll(List.of("-p", libraries, "--add-modules", "ALL-MODULE-PATH"));
      all = tomcat;
    }
    classPath.add(all);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    command.addAll(List.of(MAIN, work.toString()));
    command.addAll(classes);
    return command;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.OF_ALL;
  }
}
