package io.sidelight.tests.client;

import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.LogLine;

/** A response and the one line that Sidelight wrote for its request. */
public record TracedRequest(Answer answer, LogLine line) {}
