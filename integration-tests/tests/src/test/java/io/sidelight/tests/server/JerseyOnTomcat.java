package io.sidelight.tests.server;

import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** JAX-RS by Jersey; the versions are Jersey's. */
final class JerseyOnTomcat implements ServiceUnderTest {

  @Override
  public String name() {
    return "Jersey on Tomcat";
  }

  @Override
  public List<String> versions() {
    return List.of("2.26", "2.48", "3.0.0", "3.1.12", "4.0.3");
  }

  @Override
  public List<String> versionsBetween() {
    return List.of("3.0.18", "3.1.0", "4.0.0");
  }

  @Override
  public boolean javax(String version) {
    return version.startsWith("2.");
  }

  @Override
  public double durationUnits(String version) {
    return javax(version) ? 1 : 1000;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    String version = target.version();
    List<String> implementation = new ArrayList<>();
    implementation.add("org.glassfish.jersey.containers:jersey-container-servlet:" + version);
    implementation.add("org.glassfish.jersey.inject:jersey-hk2:" + version);
    if (target.javax()) {
      // Part of the JDK when these were made.
      implementation.add("javax.xml.bind:jaxb-api:2.3.1");
    }
    return JaxRsOnTomcat.command(
        target,
        work,
        tomcat(version),
        "org.glassfish.jersey.servlet.ServletContainer",
        implementation);
  }

  /** The line that implements the Servlet API of that time; 3.0 needs what 6.0 has removed. */
  private static String tomcat(String version) {
    switch (TestedRelease.line(version)) {
      case "3.0":
        return "10.0.27";
      case "3.1":
        return "10.1.59";
      case "4.0":
        return "11.0.25";
      default:
        return "9.0.121";
    }
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.OF_ALL;
  }
}
