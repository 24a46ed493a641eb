package io.sidelight.tests.server;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a JAX-RS application starts on embedded Tomcat, whatever implements JAX-RS. */
final class JaxRsOnTomcat {

  private static final String MAIN = "io.sidelight.tests.jaxrs.JaxRsMain";

  private JaxRsOnTomcat() {}

  /**
   * @param tomcat release that has the servlets which the implementation is made for
   * @param servlet of the implementation
   * @param implementation coordinates of it
   */
  static List<String> command(
      TestedRelease target, Path work, String tomcat, String servlet, List<String> implementation)
      throws IOException {
    List<String> coordinates = new ArrayList<>(implementation);
    coordinates.add("org.apache.tomcat.embed:tomcat-embed-core:" + tomcat);
    String[] all = coordinates.toArray(new String[0]);
    Path main = ServerSources.compile(MAIN, target.javax(), Artifacts.classPath(all));
    return List.of(
        "-cp",
        Artifacts.classPath(List.of(main), all),
        MAIN,
        work.toString(),
        AccessLog.PATTERN,
        servlet);
  }
}
