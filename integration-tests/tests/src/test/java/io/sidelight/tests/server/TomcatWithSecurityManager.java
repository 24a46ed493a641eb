package io.sidelight.tests.server;

import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.Settings;
import io.sidelight.tests.harness.TestedRelease;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Embedded Tomcat, which may be under a security manager. */
public final class TomcatWithSecurityManager implements ServiceUnderTest {

  private static final String MAIN = "io.sidelight.tests.securitymanager.SecurityManagerMain";

  /** How the manager comes to be there. */
  public enum Manager {
    NONE,
    ON_THE_COMMAND_LINE,
    INSTALLED_IN_MAIN,
    /** Installed in main, and its policy grants the agent nothing. */
    DENYING
  }

  private final Manager manager;

  public TomcatWithSecurityManager(Manager manager) {
    this.manager = manager;
  }

  @Override
  public String name() {
    return "Tomcat, manager " + manager;
  }

  @Override
  public List<String> versions() {
    return List.of("10.1.59");
  }

  @Override
  public boolean javax(String version) {
    return false;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    String tomcat = "org.apache.tomcat.embed:tomcat-embed-core:" + target.version();
    Path main = ServerSources.compile(MAIN, false, Artifacts.classPath(tomcat));
    String classPath = Artifacts.classPath(List.of(main), tomcat);
    List<String> command = new ArrayList<>();
    if (manager != Manager.NONE) {
      command.add("-Djava.security.policy==" + policy(classPath, work));
    }
    if (manager == Manager.ON_THE_COMMAND_LINE) {
      command.add("-Djava.security.manager");
    }
    command.addAll(List.of("-cp", classPath, MAIN, work.toString()));
    if (manager == Manager.INSTALLED_IN_MAIN || manager == Manager.DENYING) {
      command.add("install");
    }
    return command;
  }

  private Path policy(String classPath, Path work) throws IOException {
    StringBuilder policy = new StringBuilder();
    String granted =
        manager == Manager.DENYING
            ? classPath
            : Settings.agentJar() + File.pathSeparator + classPath;
    for (String element : granted.split(File.pathSeparator)) {
      policy
          .append("grant codeBase \"")
          .append(Path.of(element).toUri())
          .append("\" { permission java.security.AllPermission; };\n");
    }
    return Files.writeString(work.resolve("policy"), policy);
  }
}
