package io.sidelight.tests.server;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The OSGi HTTP whiteboard of Apache Felix in Felix's framework: a bundle with a Jetty in it, and
 * the contract application in another one, whose servlets are services. No bundle knows of the
 * agent.
 */
final class FelixHttp implements ServiceUnderTest {

  /** The newest bundle with Jetty 12; such have versions of their own. */
  private static final String JETTY_12 = "1.1.8";

  private static final String FRAMEWORK = "org.apache.felix:org.apache.felix.framework:7.0.5";
  private static final String FELIX = "org.apache.felix:org.apache.felix.http.";
  private static final String LOGGING = "org.slf4j:slf4j-api:2.0.17";

  /** {@link AccessLog#PATTERN} in Jetty's words. */
  private static final String PATTERN = "%{X-Request-ID}o %s %O %{ms}T %m %U";

  @Override
  public String name() {
    return "OSGi HTTP whiteboard (Felix with Jetty)";
  }

  /** Of the bundle: the newest with Jetty 9.4, with Jetty 11 and with Jetty 12. */
  @Override
  public List<String> versions() {
    return List.of("4.2.10", "5.2.2", JETTY_12);
  }

  @Override
  public boolean javax(String version) {
    return version.startsWith("4.");
  }

  @Override
  public Set<Quirk> quirks(String version) {
    Set<Quirk> quirks =
        EnumSet.of(
            Quirk.OSGI_WHITEBOARD,
            Quirk.LOGS_LATER,
            Quirk.LOGS_BODIES_OF_HEAD,
            Quirk.LOGS_UNSENT_HEADERS,
            Quirk.NO_UPGRADE_HANDLERS);
    if (version.equals(JETTY_12)) {
      quirks.add(Quirk.LOGS_NO_BYTES_OF_ERRORS);
      quirks.add(Quirk.LOGS_MADE_UP_REQUESTS);
    }
    return quirks;
  }

  private static List<String> bundles(String version) {
    if (version.startsWith("4.")) {
      return List.of(FELIX + "servlet-api:1.2.0", FELIX + "jetty:" + version);
    }
    return List.of(
        FELIX + "servlet-api:3.0.0",
        FELIX + "wrappers:1.1.10",
        "commons-io:commons-io:2.20.0",
        "commons-fileupload:commons-fileupload:1.6.0",
        FELIX + (version.equals(JETTY_12) ? "jetty12:" : "jetty:") + version);
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    String main = "io.sidelight.tests.osgi.FelixMain";
    Path framework = Artifacts.file(FRAMEWORK);
    Path compiled = ServerSources.compile(main, target.javax(), framework.toString());
    List<Path> classPath = List.of(compiled, framework, Artifacts.file(LOGGING));
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-cp", Artifacts.join(classPath), main, work.toString(), PATTERN));
    for (String bundle : bundles(target.version())) {
      command.add(Artifacts.file(bundle).toString());
    }
    command.add(application(target, work).toString());
    return command;
  }

  /** The contract application as a bundle. */
  private static Path application(TestedRelease target, Path work) throws IOException {
    String activator = "io.sidelight.tests.app.ContractActivator";
    Path framework = Artifacts.file(FRAMEWORK);
    Path api = Artifacts.file(bundles(target.version()).get(0));
    Path compiled =
        ServerSources.compile(
            activator,
            target.javax(),
            Artifacts.join(List.of(target.application(), api, framework)));
    Path content = work.resolve("contract");
    Artifacts.unzip(target.application(), content);
    StaticFiles.write(content);
    String servlet = target.javax() ? "javax.servlet" : "jakarta.servlet";
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", "contract");
    attributes.putValue("Bundle-Activator", activator);
    attributes.putValue(
        "Import-Package", "org.osgi.framework," + servlet + "," + servlet + ".http");
    Path bundle = work.resolve("contract.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(bundle), manifest)) {
      for (String folder : List.of("io", "static")) {
        add(content.resolve(folder), content, out);
      }
      Path own = compiled.resolve(activator.replace('.', '/') + ".class");
      add(own, compiled, out);
    }
    return bundle;
  }

  private static void add(Path from, Path root, JarOutputStream jar) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.filter(Files::isRegularFile).forEach(file -> copy(file, root.relativize(file), jar));
    }
  }

  private static void copy(Path file, Path name, JarOutputStream jar) {
    try {
      jar.putNextEntry(new JarEntry(name.toString()));
      Files.copy(file, (OutputStream) jar);
      jar.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
