package io.sidelight.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One option of a properties file, with what {@link Properties} keeps to itself: its line, the
 * backslashes that were lost in it, and the lines that it goes on with. Where a logical line begins
 * and ends is found here; what it means is left to {@link Properties}. Immutable.
 */
final class FileLine {
  /** Number of the first line, from 1. */
  final int number;

  /** Null if it can't be read, because of a broken Unicode escape. */
  final @Nullable String name;

  /** Null for the same reason. */
  final @Nullable String value;

  /** Whether a backslash of the value stands before something that needs none. */
  final boolean losesBackslashes;

  /** The names that the other lines would have if they were lines of their own. */
  final List<String> continuedWith;

  private FileLine(int number, String text, List<String> continuedWith) {
    this.number = number;
    this.continuedWith = continuedWith;
    int nameEnd = nameEnd(text);
    this.losesBackslashes = losesBackslashes(text, nameEnd);
    String readName = null;
    String readValue = null;
    try {
      Properties read = read(text);
      readName = read.stringPropertyNames().iterator().next();
      readValue = read.getProperty(readName);
    } catch (IllegalArgumentException e) {
      String spelled = text.substring(0, nameEnd).trim();
      readName = spelled.indexOf('\\') < 0 ? spelled : null;
    }
    this.name = readName;
    this.value = readValue;
  }

  /** The options in a file's content, in its order. */
  static List<FileLine> allIn(String content) {
    List<FileLine> all = new ArrayList<>();
    String[] lines = content.split("\r\n|\r|\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String first = withoutIndent(lines[i]);
      if (first.isEmpty() || first.charAt(0) == '#' || first.charAt(0) == '!') {
        continue;
      }
      int number = i + 1;
      StringBuilder text = new StringBuilder(first);
      List<String> continuedWith = new ArrayList<>(0);
      while (goesOn(lines[i]) && i + 1 < lines.length) {
        String next = withoutIndent(lines[++i]);
        text.append('\n').append(next);
        continuedWith.add(next.substring(0, nameEnd(next)));
      }
      all.add(new FileLine(number, text.toString(), continuedWith));
    }
    return all;
  }

  /** Whether a line ends in a backslash that is no escaped one. */
  private static boolean goesOn(String line) {
    int backslashes = 0;
    for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /** Index of the first separator that is not escaped. */
  private static int nameEnd(String text) {
    int i = 0;
    while (i < text.length() && "=: \t\f".indexOf(text.charAt(i)) < 0) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, text.length());
  }

  private static boolean losesBackslashes(String text, int from) {
    for (int i = from; i + 1 < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        char escaped = text.charAt(++i);
        if ("\\:=#! \nu".indexOf(escaped) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static Properties read(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static String withoutIndent(String line) {
    int i = 0;
    while (i < line.length() && " \t\f".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    return line.substring(i);
  }
}
