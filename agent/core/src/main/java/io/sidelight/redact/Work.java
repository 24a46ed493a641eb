package io.sidelight.redact;

/** Counts characters looked at, for the tests that prove linear work; absent in production. */
final class Work {
  long steps;
}
