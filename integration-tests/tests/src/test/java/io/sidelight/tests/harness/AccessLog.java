package io.sidelight.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's own record of what it did, which Sidelight's lines have to agree with. */
public final class AccessLog {

  /** What servers are told to write; the path comes last because it may hold anything. */
  public static final String PATTERN = "%{X-Request-ID}o %s %B %D %m %U";

  /** Where a server writes it, in its work folder. */
  public static final String FILE = "logs/access.log";

  private AccessLog() {}

  /**
   * Reads an access log.
   *
   * @param durationUnits how many units of {@code %D} a millisecond has: 1 before Tomcat 10, 1000
   *     since
   */
  public static List<Entry> read(Path file, double durationUnits) {
    List<Entry> entries = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        String[] part = line.split(" ", 6);
        entries.add(
            new Entry(
                part[0],
                Integer.parseInt(part[1]),
                Long.parseLong(part[2]),
                Double.parseDouble(part[3]) / durationUnits,
                part[4].equals("null") ? "-" : part[4],
                line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** Request ID and method are {@code -} where the server did not know them. */
  public record Entry(
      String requestId, int status, long bytes, double durationMs, String method, String raw) {}
}
