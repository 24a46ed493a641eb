package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Finds secrets in command lines, also as a list of arguments: {@code --password x}, {@code
 * "--token", "x"}, {@code -u user:password}, the passwords of short options of well-known commands
 * ({@code mysql -px}, {@code redis-cli -a x}), and what follows {@code AUTH} where a command
 * starts.
 *
 * <p>Looks back and ahead over a bounded stretch, or over what it then masks.
 */
final class CommandLine {

  private static final int LONGEST_OPTION = 64;
  private static final int LONGEST_USER = 64;
  private static final int LONGEST_GAP = 5;
  private static final int LONGEST_COMMAND = 160;
  private static final String AUTH = "AUTH ";

  private final KeyRules keys;
  private final CommandOptions options;
  private final Prose prose;
  private final Prose optionProse;
  private final @Nullable Work work;

  CommandLine(KeyRules keys, Prose prose, RedactionRules rules, @Nullable Work work) {
    this.keys = keys;
    this.prose = prose;
    this.optionProse = new Prose(rules.optionProse);
    this.options = new CommandOptions(rules.commandOptions);
    this.work = work;
  }

  /** Whether an option, {@code AUTH} or {@code BY} may have these as its first or last letters. */
  static boolean pair(char first, char second) {
    return first == '-'
        ? second == '-' || CommandOptions.LETTERS.indexOf(second) >= 0
        : (first == 'A' && second == 'U') || (first == 'B' && second == 'Y');
  }

  /** The secret after the option or command whose second character is at {@code at}. */
  long find(String s, int floor, int at, int to) {
    if (at <= floor || !startsArgument(s, floor, at - 1)) {
      return Span.NONE;
    }
    char c = s.charAt(at);
    if (s.charAt(at - 1) != '-') {
      return c == 'U' ? command(s, floor, at - 1, to) : Span.NONE;
    }
    switch (c) {
      case '-':
        return option(s, at + 1, to);
      case 'u':
      case 'U':
        return user(s, at + 1, to);
      default:
        return shortOption(s, floor, at, to);
    }
  }

  /** The password that the command before it takes by an option of one letter. */
  private long shortOption(String s, int floor, int at, int to) {
    int from = gap(s, at + 1, to);
    boolean attached = from == at + 1;
    if (CommandOptions.LETTERS.indexOf(s.charAt(at)) < 0 || !isValue(s, from, to)) {
      return Span.NONE;
    }
    int least = Math.max(floor, at - LONGEST_COMMAND);
    if (work != null) {
      work.steps += at - least;
    }
    if (!options.takesPassword(s, least, at, attached)) {
      return Span.NONE;
    }
    int end = attached ? argumentEnd(s, at - 1, from, to) : argumentEnd(s, from, to);
    return end > from ? Span.of(from, end) : Span.NONE;
  }

  /** Whether an argument starts here that may be a secret: no other option, variable or blank. */
  private static boolean isValue(String s, int at, int to) {
    return at < to && "-<[{$(|>&;".indexOf(s.charAt(at)) < 0 && !Shapes.blank(s.charAt(at));
  }

  private long option(String s, int from, int to) {
    int end = from;
    while (end < to && end - from < LONGEST_OPTION && Shapes.base64Url(s.charAt(end))) {
      end++;
    }
    if (end == from || end >= to || gap(s, end, to) == end) {
      return Span.NONE;
    }
    if (isUser(s, from, end)) {
      return user(s, end, to);
    }
    KeyKind kind = keys.of(s, from, end);
    if (kind != KeyKind.SECRET && kind != KeyKind.QUALIFIED) {
      return Span.NONE;
    }
    int value = gap(s, end, to);
    if (!isValue(s, value, to) || isProse(s, value, to)) {
      return Span.NONE;
    }
    int valueEnd = argumentEnd(s, value, to);
    return kind.masks(s, value, valueEnd) ? Span.of(value, valueEnd) : Span.NONE;
  }

  private static boolean isUser(String s, int from, int end) {
    return end - from >= 4
        && s.regionMatches(end - 4, "user", 0, 4)
        && (end - from == 4 || s.charAt(end - 5) == '-');
  }

  /** The password of {@code user:password}; numbers are ports or IDs. */
  private static long user(String s, int at, int to) {
    int from = gap(s, at, to);
    int colon = from;
    boolean digits = true;
    while (colon < to
        && colon - from < LONGEST_USER
        && (CharacterKind.has(CharacterKind.WORD, s.charAt(colon))
            || "@.+\\".indexOf(s.charAt(colon)) >= 0)) {
      digits &= Shapes.digit(s.charAt(colon));
      colon++;
    }
    if (colon >= to || s.charAt(colon) != ':' || s.startsWith("//", colon + 1)) {
      return Span.NONE;
    }
    int end = argumentEnd(s, from, colon + 1, to);
    boolean secret = end > colon + 1 && s.charAt(colon + 1) != '$' && from > at;
    return secret && !(digits && colon > from) ? Span.of(colon + 1, end) : Span.NONE;
  }

  /** The last of one or two words after {@code AUTH}, if that is all of a command. */
  private long command(String s, int floor, int at, int to) {
    if (!s.startsWith(AUTH, at)
        || (at > floor && "\n\r\"'`>[(:".indexOf(before(s, floor, at)) < 0)) {
      return Span.NONE;
    }
    int from = at + AUTH.length();
    int end = argumentEnd(s, from, to);
    if (isProse(s, from, to)) {
      return Span.NONE;
    }
    if (end < to && s.charAt(end) == ' ') {
      from = end + 1;
      end = argumentEnd(s, from, to);
    }
    boolean all = end >= to || (s.charAt(end) != ' ' && s.charAt(end) != '\t');
    return all && end > from ? Span.of(from, end) : Span.NONE;
  }

  private static char before(String s, int floor, int at) {
    int i = at - 1;
    while (i > floor && s.charAt(i) == ' ') {
      i--;
    }
    return i == at - 1 || "\n>:".indexOf(s.charAt(i)) >= 0 ? s.charAt(i) : ' ';
  }

  private static boolean startsArgument(String s, int floor, int at) {
    return at <= floor
        || Shapes.blank(s.charAt(at - 1))
        || "\"'`[(,=>:".indexOf(s.charAt(at - 1)) >= 0;
  }

  /** Blanks, or a comma and quotes as in a list of arguments. */
  private static int gap(String s, int at, int to) {
    int i = at;
    while (i < to && i - at < LONGEST_GAP && " \t,\"'".indexOf(s.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static int argumentEnd(String s, int from, int to) {
    return argumentEnd(s, from, from, to);
  }

  /** Where the argument that starts at {@code first} ends, looked for from {@code from} on. */
  private static int argumentEnd(String s, int first, int from, int to) {
    char quote = first > 0 && Shapes.quote(s.charAt(first - 1)) ? s.charAt(first - 1) : 0;
    int end = from;
    while (end < to) {
      char c = s.charAt(end);
      if (c == '\n' || c == '\r' || (quote == 0 ? ends(s, end, to) : c == quote)) {
        break;
      }
      end++;
    }
    return end;
  }

  private static boolean ends(String s, int at, int to) {
    char c = s.charAt(at);
    return Shapes.blank(c)
        || Shapes.quote(c)
        || ((c == ',' || Shapes.closer(c))
            && (at + 1 >= to || Shapes.blank(s.charAt(at + 1)))
            && !MaskedCopy.endsAt(s, at + 1));
  }

  private boolean isProse(String s, int from, int to) {
    return prose.isWord(s, from, to) || optionProse.isWord(s, from, to);
  }
}
