package io.sidelight.tests.client;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.CalledServers;
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

/** A client that the contract is checked on: a service on Tomcat that makes calls with it. */
final class Client implements ServiceUnderTest {

  /** What there is to a client. */
  enum Trait {
    SYNC,
    ASYNC,
    /** The application reads the body itself, and may leave it. */
    STREAMS,
    /** HTTP/2, over TLS. */
    HTTP2,
    /** A cache of its own. */
    CACHE,
    /** A client without redirects, retries and all else. */
    MINIMAL
  }

  private static final String OKHTTP_GROUP = "com.squareup.okhttp3:okhttp";
  private static final String APACHE_4_GROUP = "org.apache.httpcomponents:";
  private static final String APACHE_5_ARTIFACT = "org.apache.httpcomponents.client5:httpclient5";
  private static final String NO_LOG_2 = "org.slf4j:slf4j-nop:2.0.17";
  private static final String NO_LOG = "org.slf4j:slf4j-nop:1.7.36";

  static final Client JDK =
      new Client(
          "java.net.http.HttpClient",
          Set.of("jdk"),
          "JdkCaller",
          List.of(),
          version -> List.of(),
          Set.of(Trait.SYNC, Trait.ASYNC, Trait.STREAMS, Trait.HTTP2));
  static final Client URL_CONNECTION =
      new Client(
          "HttpURLConnection",
          Set.of("urlconnection"),
          "UrlConnectionCaller",
          List.of(),
          version -> List.of(),
          Set.of(Trait.SYNC, Trait.STREAMS));
  static final Client OKHTTP =
      new Client(
          "OkHttp",
          Set.of("okhttp"),
          "OkHttpCaller",
          List.of("3.14.0", "3.14.9", "4.0.0", "4.12.1", "5.0.0", "5.5.1"),
          version -> List.of(OKHTTP_GROUP + (version.startsWith("5.") ? "-jvm:" : ":") + version),
          Set.of(Trait.SYNC, Trait.ASYNC, Trait.STREAMS, Trait.HTTP2, Trait.CACHE));
  static final Client APACHE_4 =
      new Client(
          "Apache HttpClient",
          Set.of("apache"),
          "Apache4Caller",
          List.of("4.5", "4.5.14"),
          version ->
              List.of(
                  APACHE_4_GROUP + "httpclient:" + version,
                  APACHE_4_GROUP + "httpclient-cache:" + version),
          Set.of(Trait.SYNC, Trait.STREAMS, Trait.CACHE, Trait.MINIMAL));
  static final Client APACHE_4_ASYNC =
      new Client(
          "Apache HttpAsyncClient",
          Set.of("apache"),
          "Apache4AsyncCaller",
          List.of("4.1", "4.1.5"),
          version -> List.of(APACHE_4_GROUP + "httpasyncclient:" + version),
          Set.of(Trait.SYNC, Trait.ASYNC));
  static final Client APACHE_5 =
      new Client(
          "Apache HttpClient",
          Set.of("apache"),
          "Apache5Caller",
          List.of("5.0", "5.6.5"),
          Client::apache5,
          Set.of(Trait.SYNC, Trait.STREAMS, Trait.CACHE, Trait.MINIMAL));
  static final Client APACHE_5_ASYNC =
      new Client(
          "Apache HttpClient, asynchronous",
          Set.of("apache"),
          "Apache5AsyncCaller",
          List.of("5.0", "5.6.5"),
          Client::apache5,
          Set.of(Trait.SYNC, Trait.ASYNC, Trait.HTTP2, Trait.CACHE, Trait.MINIMAL));
  static final Client JETTY =
      new Client(
          "Jetty HttpClient",
          Set.of("jetty"),
          "JettyCaller",
          List.of("12.0.0", "12.0.39", "12.1.0", "12.1.14"),
          version ->
              List.of(
                  "org.eclipse.jetty:jetty-client:" + version,
                  "org.eclipse.jetty:jetty-alpn-java-client:" + version,
                  "org.eclipse.jetty.http2:jetty-http2-client-transport:" + version,
                  NO_LOG_2),
          Set.of(Trait.SYNC, Trait.ASYNC, Trait.STREAMS, Trait.HTTP2));

  private static final String PACKAGE = "io.sidelight.tests.clients.";
  private static final String MAIN = PACKAGE + "CallMain";
  private static final String TOMCAT = "org.apache.tomcat.embed:tomcat-embed-core:10.1.59";

  private final String name;
  private final Set<String> labels;
  private final String caller;
  private final List<String> versions;
  private final Function<String, List<String>> artifacts;
  private final Set<Trait> traits;

  /**
   * @param labels what lines may call it
   * @param caller class that makes the calls
   * @param versions none for what is part of the JDK
   * @param artifacts of a version
   */
  Client(
      String name,
      Set<String> labels,
      String caller,
      List<String> versions,
      Function<String, List<String>> artifacts,
      Set<Trait> traits) {
    this.name = name;
    this.labels = labels;
    this.caller = caller;
    this.versions = versions;
    this.artifacts = artifacts;
    this.traits = traits;
  }

  private static List<String> apache5(String version) {
    return List.of(
        APACHE_5_ARTIFACT + ":" + version, APACHE_5_ARTIFACT + "-cache:" + version, NO_LOG);
  }

  @Override
  public String name() {
    return name;
  }

  /** What lines may call it. */
  Set<String> labels() {
    return labels;
  }

  /** HttpClient 5.0 goes on in HTTP/1.1 where HTTP/2 was agreed on, at least on JDK 17. */
  boolean has(Trait trait, String version) {
    boolean blind = this == APACHE_5_ASYNC && version.equals("5.0") && trait == Trait.HTTP2;
    return traits.contains(trait) && !blind;
  }

  private boolean isPartOfTheJdk() {
    return versions.isEmpty();
  }

  @Override
  public List<String> versions() {
    return isPartOfTheJdk()
        ? Jdks.all().stream().map(jdk -> Integer.toString(jdk.feature())).toList()
        : versions;
  }

  @Override
  public List<String> versionsBetween() {
    return this == OKHTTP ? List.of("4.9.3", "5.2.1") : this == APACHE_5 ? BETWEEN_5 : List.of();
  }

  private static final List<String> BETWEEN_5 = List.of("5.1.4", "5.2.3", "5.3.1", "5.4.4");

  @Override
  public boolean runsOn(String version, int javaFeature) {
    return !isPartOfTheJdk() || version.equals(Integer.toString(javaFeature));
  }

  @Override
  public String line(String version) {
    if (isPartOfTheJdk()) {
      return "";
    }
    return this == OKHTTP && !version.startsWith("3.")
        ? version.substring(0, 1)
        : this == APACHE_5 || this == APACHE_5_ASYNC ? "5" : TestedRelease.line(version);
  }

  @Override
  public String kind() {
    return Compatibility.CLIENT;
  }

  @Override
  public boolean javax(String version) {
    return false;
  }

  @Override
  public double durationUnits(String version) {
    return 1000;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) {
    String tomcat = Artifacts.classPath(TOMCAT);
    List<String> coordinates = artifacts.apply(target.version());
    String libraries =
        coordinates.isEmpty() ? "" : Artifacts.classPath(coordinates.toArray(new String[0]));
    String callerClass = PACKAGE + caller;
    List<String> classPath = new ArrayList<>();
    classPath.add(ServerSources.compile(MAIN, Map.of(), tomcat).toString());
    classPath.add(ServerSources.compile(callerClass, Map.of(), libraries).toString());
    classPath.add(tomcat);
    classPath.add(libraries);
    List<String> command = new ArrayList<>(CalledServers.get().jvmOptions());
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    command.addAll(List.of(MAIN, work.toString(), AccessLog.PATTERN, callerClass));
    return command;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.OF_ALL;
  }
}
