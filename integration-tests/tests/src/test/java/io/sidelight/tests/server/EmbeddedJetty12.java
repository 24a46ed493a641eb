package io.sidelight.tests.server;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Servlets of one Jakarta EE environment on Jetty 12, started by a main of the test's own. */
public final class EmbeddedJetty12 implements ServiceUnderTest {

  private static final String MAIN = "io.sidelight.tests.servers.Jetty12ServletsMain";

  /** Jetty calls the bytes of a response by another letter. */
  static final String PATTERN = AccessLog.PATTERN.replace("%B", "%O");

  private final String environment;

  /**
   * @param environment such as {@code ee10}
   */
  public EmbeddedJetty12(String environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "Jetty 12 " + environment + ", embedded";
  }

  /** The newest of each line that Maven Central has with all its parts: ee8 and ee9 lag behind. */
  @Override
  public List<String> versions() {
    return switch (environment) {
      case "ee8", "ee9" -> List.of("12.0.0", "12.0.33", "12.1.0", "12.1.8");
      case "ee10" -> List.of("12.0.0", "12.0.39", "12.1.0", "12.1.14");
      default -> List.of("12.1.0", "12.1.14");
    };
  }

  @Override
  public List<String> versionsBetween() {
    return environment.equals("ee11")
        ? List.of("12.1.3", "12.1.6")
        : List.of(
            "12.0.3", "12.0.6", "12.0.9", "12.0.12", "12.0.16", "12.0.20", "12.0.25", "12.0.30",
            "12.1.3", "12.1.6");
  }

  @Override
  public boolean believesForwarded() {
    return true;
  }

  @Override
  public boolean javax(String version) {
    return environment.equals("ee8");
  }

  @Override
  public double durationUnits(String version) {
    return 1000;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return Jetty12Quirks.of(environment, version);
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    Path files = work.resolve("files");
    StaticFiles.write(files);
    String libraries =
        Artifacts.classPath(
            List.of(target.application()),
            "org.eclipse.jetty."
                + environment
                + ":jetty-"
                + environment
                + "-servlet:"
                + target.version(),
            "org.eclipse.jetty.http2:jetty-http2-server:" + target.version());
    Path main = ServerSources.compile(MAIN, renamed(), libraries);
    return List.of(
        "-cp",
        main + File.pathSeparator + libraries,
        MAIN,
        work.toString(),
        files.toString(),
        PATTERN);
  }

  /** The main is written for ee10; ee8 and ee9 have security classes of their own. */
  private Map<String, String> renamed() {
    Map<String, String> renamed = new LinkedHashMap<>();
    if (environment.equals("ee8") || environment.equals("ee9")) {
      String security = "jetty." + environment + ".security";
      renamed.put("jetty.ee10.servlet.security", security);
      renamed.put("jetty.security.authentication", security + ".authentication");
    }
    if (environment.equals("ee8")) {
      renamed.put("jakarta.servlet", "javax.servlet");
    }
    renamed.put("jetty.ee10", "jetty." + environment);
    return renamed;
  }
}
