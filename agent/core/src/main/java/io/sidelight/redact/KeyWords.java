package io.sidelight.redact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a key into lower-case words: at everything that is neither letter nor digit, between lower
 * and upper case, between letters and digits, and before the last capital of a run ({@code APIKey}
 * gives {@code api}, {@code key}).
 *
 * <p>What hides a word is undone first: percent-encoding (twice), {@code \}{@code uXXXX},
 * full-width and other compatibility forms, zero-width characters. Never throws; one pass for each
 * step.
 */
final class KeyWords {

  private KeyWords() {}

  static List<String> of(String key) {
    return split(plain(key));
  }

  /**
   * The same for a name that nothing hides and that is in NFKC: the JDK's tables for {@link
   * Normalizer} would have to be loaded at the agent's start otherwise.
   */
  static List<String> ofPlain(String name) {
    return split(name);
  }

  /**
   * The words of the innermost name of a form's nested key: {@code pin} of {@code user[pin]} and of
   * {@code users[pin][]}, which a JSON body would have as a key of its own. Empty if there is none.
   */
  static List<String> inBrackets(String key) {
    String plain = plain(key);
    int end = plain.length();
    while (end > 0 && plain.charAt(end - 1) == ']') {
      int open = plain.lastIndexOf('[', end - 1);
      if (open < 0) {
        break;
      }
      List<String> words = split(plain.substring(open + 1, end - 1));
      if (!words.isEmpty() && !Character.isDigit(words.get(0).charAt(0))) {
        return words;
      }
      end = open;
    }
    return new ArrayList<>(0);
  }

  private static List<String> split(String plain) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < plain.length(); i++) {
      if (!Character.isLetterOrDigit(plain.charAt(i))) {
        add(words, plain, start, i);
        start = -1;
      } else if (start < 0) {
        start = i;
      } else if (edge(plain, i)) {
        add(words, plain, start, i);
        start = i;
      }
    }
    add(words, plain, start, plain.length());
    return words;
  }

  static String join(List<String> words) {
    return join(words, 0, words.size());
  }

  static String join(List<String> words, int from, int to) {
    if (to - from == 1) {
      return words.get(from);
    }
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      joined.append(words.get(i));
    }
    return joined.toString();
  }

  /** Whether a word starts at {@code i}, given that {@code i - 1} and {@code i} belong to words. */
  private static boolean edge(String s, int i) {
    char before = s.charAt(i - 1);
    char c = s.charAt(i);
    if (Character.isDigit(before) != Character.isDigit(c)) {
      return true;
    }
    if (!Character.isUpperCase(c)) {
      return false;
    }
    boolean lastOfRun = i + 1 < s.length() && Character.isLowerCase(s.charAt(i + 1));
    return !Character.isUpperCase(before) || lastOfRun;
  }

  private static void add(List<String> words, String s, int start, int end) {
    if (start < 0) {
      return;
    }
    StringBuilder word = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      word.append(Character.toLowerCase(s.charAt(i)));
    }
    words.add(word.toString());
  }

  private static String plain(String key) {
    String s = key;
    for (int i = 0; i < 2 && s.indexOf('%') >= 0; i++) {
      s = Percent.decode(s);
    }
    if (s.indexOf('\\') >= 0) {
      s = unescape(s);
    }
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) >= 0x80) {
        return withoutFormat(Normalizer.normalize(s, Normalizer.Form.NFKC));
      }
    }
    return s;
  }

  /** Undoes {@code \}{@code uXXXX}; a space stands for any other escape. */
  private static String unescape(String s) {
    StringBuilder out = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      while (i + 1 < s.length() && s.charAt(i + 1) == '\\') {
        i++;
      }
      int code = i + 1 < s.length() && s.charAt(i + 1) == 'u' ? hex4(s, i + 2) : -1;
      if (code >= 0) {
        out.append((char) code);
        i += 5;
      } else {
        out.append(' ');
        if (i + 1 < s.length() && "nrtbf".indexOf(s.charAt(i + 1)) >= 0) {
          i++;
        }
      }
    }
    return out.toString();
  }

  private static int hex4(String s, int at) {
    if (at + 4 > s.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(s.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static String withoutFormat(String s) {
    StringBuilder out = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); i++) {
      if (Character.getType(s.charAt(i)) != Character.FORMAT) {
        out.append(s.charAt(i));
      }
    }
    return out.toString();
  }
}
