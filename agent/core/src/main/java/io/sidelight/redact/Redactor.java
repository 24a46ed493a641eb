package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in what is about to be written: one method for each channel.
 *
 * <p>Every method takes any string, never throws for one, works in time linear in its length, and
 * gives the same instance back when nothing was masked, then without allocation. A second pass over
 * a result changes nothing. Thread-safe.
 */
public final class Redactor {

  /** What is written in place of a secret. */
  public static final String MASK = "[REDACTED]";

  private final RedactionRules rules;
  private final KeyRules keys;
  private final TextScanner text;

  /** A redactor by these rules. */
  public Redactor(RedactionRules rules) {
    this(rules, null);
  }

  /** For tests: counts the work done in {@code work}. */
  Redactor(RedactionRules rules, @Nullable Work work) {
    this.rules = rules;
    this.keys = new KeyRules(rules);
    this.text = new TextScanner(rules, keys, work);
  }

  /** The value of one header line: whole, by URL part, or by shape, as its name asks for. */
  public String header(String name, String value) {
    String joined = KeyWords.join(KeyWords.of(name));
    boolean kept = rules.keep.contains(joined);
    if (!kept
        && (rules.headers.contains(joined) || keys.of(name).masks(value, 0, value.length()))) {
      return MaskedCopy.finish(MaskedCopy.mask(null, value, 0, value.length()), value);
    }
    MaskedCopy copy =
        rules.urlHeaders.contains(joined)
            ? text.urls().reference(value, null)
            : text.scan(value, 0, value.length(), true, null);
    return MaskedCopy.finish(copy, value);
  }

  /** A raw query string without its {@code ?}: values are masked, names and encoding stay. */
  public String query(String raw) {
    return MaskedCopy.finish(text.urls().query(raw, 0, raw.length(), null), raw);
  }

  /**
   * A raw path: matrix parameters by their key, segments by their shape or by the segment before.
   */
  public String path(String raw) {
    return MaskedCopy.finish(text.urls().path(raw, 0, raw.length(), null), raw);
  }

  /** Free text, such as a message. */
  public String text(String s) {
    return MaskedCopy.finish(text.scan(s, 0, s.length(), true, null), s);
  }

  /** Whether the value under this key is a secret by the key's name alone. */
  public boolean sensitiveKey(String key) {
    KeyKind kind = keys.of(key);
    return kind == KeyKind.SECRET || kind == KeyKind.QUALIFIED;
  }
}
