package io.sidelight.log;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replacements in a pattern that only fold several lines into one, and so hide no data. */
public final class LineFolding {

  private static final Pattern WHITE_SPACE_ONLY =
      Pattern.compile("(?:\\\\[rntsRvf]|[\\[\\]()|+*?:\\s])+");

  private LineFolding() {}

  /**
   * Whether a regular expression matches nothing but white space.
   *
   * @param regex null for an unknown one
   */
  public static boolean matches(@Nullable String regex) {
    return regex != null && WHITE_SPACE_ONLY.matcher(regex).matches();
  }
}
