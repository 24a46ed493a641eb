package io.sidelight.redact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of one letter by which well-known commands take a password: {@code mysql -p*}
 * (attached to the option only, as {@code -p} alone asks for it), {@code redis-cli -a} (the next
 * argument). A command of two words, such as {@code docker login}, is known by its last.
 */
final class CommandOptions {

  /** The letters after a hyphen at which a command is looked for. */
  static final String LETTERS = "pPawuU";

  private static final String ATTACHED = "*";

  /** Options by the last word of their command, with the words before it. */
  private final Map<String, Set<String>> options = new HashMap<>();

  /**
   * @param lines a command and an option each, of {@code [command options]}
   */
  CommandOptions(List<String> lines) {
    for (String line : lines) {
      int option = line.lastIndexOf(" -");
      String command = line.substring(0, option);
      String last = command.substring(command.lastIndexOf(' ') + 1);
      options.computeIfAbsent(last, any -> new HashSet<>()).add(command + line.substring(option));
    }
  }

  /**
   * Whether the nearest of these commands in the same line before the option takes a password so.
   *
   * @param least how far to look back
   * @param at the option's letter
   * @param attached whether the password follows without a blank
   */
  boolean takesPassword(String s, int least, int at, boolean attached) {
    String option = " -" + s.charAt(at) + (attached ? ATTACHED : "");
    int end = at - 1;
    while (end > least && s.charAt(end - 1) != '\n') {
      if (!isWord(s.charAt(end - 1))) {
        end--;
        continue;
      }
      int from = end;
      while (from > least && isWord(s.charAt(from - 1))) {
        from--;
      }
      Set<String> known = startsCommand(s, from) ? options.get(s.substring(from, end)) : null;
      if (known != null) {
        return known.contains(s.substring(from, end) + option)
            || known.contains(twoWords(s, least, from, end) + option);
      }
      end = from;
    }
    return false;
  }

  /** The word with the one before it, as a shell or a list of arguments separates them. */
  private static String twoWords(String s, int least, int from, int end) {
    int before = from;
    while (before > least && from - before < 5 && " ,\"'".indexOf(s.charAt(before - 1)) >= 0) {
      before--;
    }
    int first = before;
    while (first > least && isWord(s.charAt(first - 1))) {
      first--;
    }
    return s.substring(first, before) + " " + s.substring(from, end);
  }

  private static boolean startsCommand(String s, int from) {
    return from == 0
        || s.charAt(from - 1) == ' '
        || "/\\\"'`[(=:,\t\n;|&".indexOf(s.charAt(from - 1)) >= 0;
  }

  private static boolean isWord(char c) {
    return Shapes.alphanumeric(c) || c == '-' || c == '_';
  }
}
