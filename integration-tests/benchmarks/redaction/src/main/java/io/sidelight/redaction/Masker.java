package io.sidelight.redaction;

/** A subject: takes a text and gives it back without its secrets. */
interface Masker {
  String mask(String text);
}
