package io.sidelight.output;

import io.sidelight.redact.Redactor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Header lines with their secrets masked, by lower-case name, as names differ in case only by the
 * version of HTTP. The values of a repeated name are joined by a comma, as RFC 9110 section 5.3 has
 * it.
 */
final class HeaderLines implements BiConsumer<String, String> {

  private final Redactor redactor;

  /** Texts; builders for names that came more than once. */
  private final Map<String, CharSequence> byName = new LinkedHashMap<>();

  HeaderLines(Redactor redactor) {
    this.redactor = redactor;
  }

  Map<String, CharSequence> byName() {
    return byName;
  }

  @Override
  public void accept(@Nullable String name, @Nullable String value) {
    if (name == null || value == null) {
      return;
    }
    String key = redactor.text(name).toLowerCase(Locale.ROOT);
    String masked = redactor.header(name, value);
    CharSequence before = byName.putIfAbsent(key, masked);
    if (before instanceof StringBuilder) {
      ((StringBuilder) before).append(", ").append(masked);
    } else if (before != null) {
      byName.put(key, new StringBuilder(before).append(", ").append(masked));
    }
  }
}
