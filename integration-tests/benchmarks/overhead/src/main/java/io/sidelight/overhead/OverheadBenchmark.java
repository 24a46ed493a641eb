package io.sidelight.overhead;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import okhttp3.OkHttp;
import org.apache.catalina.util.ServerInfo;
import org.apache.hc.core5.util.VersionInfo;

/**
 * Measures what an agent adds to a small application, at its start and per request, and prints the
 * figures as ratios to the same application without one.
 *
 * <p>The subjects take turns within each round and are divided by the {@code none} of their own
 * round, because a machine drifts by more between minutes than the subjects differ. Progress goes
 * to standard error, the result to standard output. {@link Settings} lists the options.
 */
public final class OverheadBenchmark {
  private OverheadBenchmark() {}

  /** Runs the benchmark; exit code 2 if it can't. */
  public static void main(String[] args) {
    try {
      run(Settings.of(System.getProperties()));
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("overhead: " + e.getMessage());
      System.exit(2);
    } catch (InterruptedException e) {
      System.exit(2);
    }
  }

  private static void run(Settings settings) throws IOException, InterruptedException {
    String machine = Machine.describe();
    Report report = new Report();
    String javaVersion = "";
    try (Backend backend = Backend.start()) {
      for (Subject subject : settings.subjects()) {
        System.err.println("rehearsal: " + subject.id());
        new Trial(subject, settings, backend).rehearse();
      }
      for (int round = 1; round <= settings.rounds(); round++) {
        for (Subject subject : settings.subjects()) {
          System.err.println("round " + round + " of " + settings.rounds() + ": " + subject.id());
          Sample sample = new Trial(subject, settings, backend).run();
          report.add(subject, sample);
          javaVersion = sample.javaVersion();
        }
      }
    }
    Path rounds = settings.work().resolve("rounds.csv");
    Files.writeString(rounds, report.csv());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(machine + ", Java " + javaVersion);
    out.println(versions(settings));
    out.println(method(settings));
    out.println();
    out.println(report.markdown());
    out.println("Every round: " + rounds);
  }

  private static String versions(Settings settings) throws IOException {
    StringBuilder text = new StringBuilder("Tomcat ").append(ServerInfo.getServerNumber());
    text.append(", OkHttp ").append(OkHttp.VERSION);
    text.append(", Apache HttpClient ").append(apacheVersion());
    for (Subject subject : settings.subjects()) {
      Path jar = subject.agentJar(settings);
      if (jar != null) {
        try (JarFile file = new JarFile(jar.toFile())) {
          Manifest manifest = file.getManifest();
          String version =
              manifest == null
                  ? null
                  : manifest.getMainAttributes().getValue("Implementation-Version");
          text.append(", ")
              .append(subject.title())
              .append(' ')
              .append(version == null ? "of unknown version" : version);
        }
      }
    }
    return text.toString();
  }

  private static String apacheVersion() {
    ClassLoader loader = OverheadBenchmark.class.getClassLoader();
    return VersionInfo.loadVersionInfo("org.apache.hc.client5", loader).getRelease();
  }

  private static String method(Settings settings) {
    List<String> flags = SubjectJvm.FLAGS;
    return "Embedded Tomcat, one servlet that logs one line, and one that also makes three calls in"
        + " turn, with the JDK's client, OkHttp and Apache HttpClient 5, to a server in the"
        + " benchmark's process; "
        + String.join(" ", flags.subList(0, 3))
        + "; "
        + "subjects in turn, a new JVM each, rounds: "
        + settings.rounds()
        + "; "
        + settings.requests()
        + " requests after a warm-up of "
        + settings.warmup()
        + ", with calls "
        + settings.callsRequests()
        + " after "
        + settings.callsWarmup()
        + ", "
        + settings.connections()
        + " keep-alive connections in a closed loop on the same machine."
        + "\nmin – median – max. The row without an agent is absolute, the others are ratios to it"
        + " in the same round. CPU per request is without the JIT compiler's threads where the"
        + " platform tells it (Linux), with them elsewhere.";
  }
}
