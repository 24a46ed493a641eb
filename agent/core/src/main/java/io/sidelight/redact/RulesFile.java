package io.sidelight.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The default lists as written in {@code redaction-rules.txt}: sections in brackets, one entry per
 * line, {@code #} for comments. Read once, with string indexes only: it may be read at start-up.
 */
final class RulesFile {

  private static final String RESOURCE = "redaction-rules.txt";

  private final Map<String, List<String>> sections = new HashMap<>();

  /**
   * Reads the resource beside this class.
   *
   * @throws IllegalStateException if it is missing or unreadable: there is no redaction without it
   */
  static RulesFile load() {
    try (InputStream in = RulesFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE);
      }
      return parse(read(in));
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE, e);
    }
  }

  /** Never throws: entries before the first section are ignored. */
  static RulesFile parse(String text) {
    RulesFile file = new RulesFile();
    List<String> section = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end).trim();
      start = end + 1;
      if (line.isEmpty() || line.charAt(0) == '#') {
        continue;
      }
      if (line.charAt(0) == '[' && line.charAt(line.length() - 1) == ']') {
        section = new ArrayList<>();
        file.sections.put(line.substring(1, line.length() - 1), section);
      } else {
        section.add(line);
      }
    }
    return file;
  }

  /**
   * Entries of a section in their order.
   *
   * @throws IllegalStateException if there is no such section
   */
  List<String> section(String name) {
    List<String> entries = sections.get(name);
    if (entries == null) {
      throw new IllegalStateException(name);
    }
    return entries;
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    byte[] buffer = new byte[4096];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes.write(buffer, 0, n);
    }
    return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
  }
}
