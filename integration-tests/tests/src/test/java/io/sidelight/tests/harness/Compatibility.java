package io.sidelight.tests.harness;

import io.sidelight.tests.server.ServerContractPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Keeps a record of what the suites really ran on each server, of which the compatibility table is
 * made. A record is written when a server has been finished, which is when its whole output has
 * been checked.
 */
public final class Compatibility implements TestWatcher {

  /** What a record is of. */
  public static final String SERVER = "server";

  public static final String CLIENT = "client";
  public static final String LOGGING = "logging library";

  private static final Map<TestedRelease, Tally> TALLIES = new ConcurrentHashMap<>();

  @Override
  public void testSuccessful(ExtensionContext context) {
    tally(context).passed++;
  }

  @Override
  public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
    tally(context).skipped++;
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    tally(context).failed++;
  }

  /** Writes down what was run on a server, if all of it was green. */
  public static void finished(TestedRelease target) {
    Tally tally = TALLIES.remove(target);
    if (tally == null || tally.failed > 0 || tally.passed == 0) {
      return;
    }
    Properties record = new Properties();
    record.setProperty("kind", target.server().kind());
    record.setProperty("server", target.server().name());
    record.setProperty("line", target.server().line(target.version()));
    record.setProperty("version", target.version());
    record.setProperty("jdk", Integer.toString(target.jdk().feature()));
    record.setProperty("api", target.javax() ? "javax" : "jakarta");
    record.setProperty("passed", Integer.toString(tally.passed));
    record.setProperty("skipped", Integer.toString(tally.skipped));
    record.setProperty(
        "missing",
        target.server().quirks(target.version()).stream()
            .filter(Quirk::isNoticed)
            .sorted()
            .map(Quirk::reason)
            .collect(Collectors.joining("; ")));
    Path file =
        Settings.compatibility().resolve(target.toString().replaceAll("[^A-Za-z0-9.]+", "-"));
    try (var out = Files.newBufferedWriter(file)) {
      record.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was recorded so far of one kind, in this run and in earlier ones. */
  static List<Properties> records(String kind) {
    return records().stream()
        .filter(record -> record.getProperty("kind", SERVER).equals(kind))
        .toList();
  }

  private static List<Properties> records() {
    List<Properties> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(Settings.compatibility())) {
      for (Path file : files.sorted().toList()) {
        Properties record = new Properties();
        try (var in = Files.newBufferedReader(file)) {
          record.load(in);
        }
        records.add(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private static Tally tally(ExtensionContext context) {
    ServerContractPart test = (ServerContractPart) context.getRequiredTestInstance();
    return TALLIES.computeIfAbsent(test.server().target(), target -> new Tally());
  }

  private static final class Tally {
    private int passed;
    private int skipped;
    private int failed;
  }
}
