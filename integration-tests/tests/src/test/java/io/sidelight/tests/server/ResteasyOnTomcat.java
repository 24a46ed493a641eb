package io.sidelight.tests.server;

import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** JAX-RS by RESTEasy; the versions are RESTEasy's. */
final class ResteasyOnTomcat implements ServiceUnderTest {

  @Override
  public String name() {
    return "RESTEasy on Tomcat";
  }

  @Override
  public List<String> versions() {
    return List.of("3.15.0.Final", "4.7.10.Final", "5.0.10.Final", "6.2.0.Final", "7.0.5.Final");
  }

  @Override
  public List<String> versionsBetween() {
    return List.of("3.15.6.Final", "4.7.0.Final", "5.0.0.Final", "6.2.16.Final", "7.0.0.Final");
  }

  @Override
  public boolean javax(String version) {
    return version.charAt(0) < '6';
  }

  @Override
  public double durationUnits(String version) {
    return javax(version) ? 1 : 1000;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    String version = target.version();
    String artifact = version.startsWith("3.") ? "resteasy-jaxrs" : "resteasy-core";
    return JaxRsOnTomcat.command(
        target,
        work,
        tomcat(version),
        "org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher",
        List.of("org.jboss.resteasy:" + artifact + ":" + version));
  }

  private String tomcat(String version) {
    if (javax(version)) {
      return "9.0.121";
    }
    return version.startsWith("6.") ? "10.1.59" : "11.0.25";
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.OF_ALL;
  }
}
