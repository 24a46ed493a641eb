package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** One option as a source gives it, not yet parsed. Immutable. */
final class Given {
  final Source source;
  final String name;

  /** The line of the options file; 0 in every other source. */
  final int line;

  /** Without white space around it; null if the file has a broken escape in it. */
  final @Nullable String value;

  Given(Source source, String name, int line, @Nullable String value) {
    this.source = source;
    this.name = name;
    this.line = line;
    this.value = value == null ? null : value.trim();
  }

  /** A sentence about this option, such as "The system property sidelight.env …". */
  Problem problem(String predicate) {
    return Problem.inLine(source.subject(name), line, source.location().concat(predicate));
  }

  /** The option and its place, in the middle of a sentence. */
  String reference() {
    String subject = problem("").toString();
    return Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
  }
}
