package io.sidelight.tests;

/** A response and the one line that Sidelight wrote for its request. */
record Traced(Answer answer, LogLine line) {}
