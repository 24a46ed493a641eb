package io.sidelight.redact;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the rule of each mask as it is made. Who recognises a secret says why ({@link #rule} or
 * {@link #key}), who masks says that it was done ({@link #masked}).
 *
 * <p>The ordinary redactor has none, which costs it a null check for each secret found. Not
 * thread-safe.
 */
final class Explainer {

  private final Consumer<String> onMask;
  private final KeyRules keys;
  private @Nullable String rule;
  private @Nullable String found;
  private int looking;

  Explainer(Consumer<String> onMask, KeyRules keys) {
    this.onMask = onMask;
    this.keys = keys;
  }

  /** Why the next mask will be made. */
  void rule(String rule) {
    this.rule = rule;
  }

  /** As above, by the name {@code s[from, to)}. */
  void key(KeyRules.Role role, String s, int from, int to) {
    rule(keys.reason(role, s.substring(from, to)));
  }

  /**
   * From here on secrets are looked for in another form of a value, and {@link #masked} tells
   * nothing.
   */
  void look() {
    if (looking++ == 0) {
      found = null;
    }
  }

  /** The first rule that hit since {@link #look} is the one for the value. */
  void looked() {
    if (--looking == 0) {
      rule = found;
    }
  }

  /** {@code s[from, to)} is masked now; nothing is told if it is empty or the mask already. */
  void masked(String s, int from, int to) {
    if (from >= to || MaskedCopy.isMask(s, from, to)) {
      return;
    }
    String why = rule == null ? "shape" : rule;
    if (looking == 0) {
      onMask.accept(why);
    } else if (found == null) {
      found = why;
    }
  }
}
