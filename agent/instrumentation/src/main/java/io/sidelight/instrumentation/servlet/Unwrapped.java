package io.sidelight.instrumentation.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;

/**
 * The container's own request and response, out of the wrappers that the application and the
 * container's dispatchers put around them: so no code of the application runs for the agent, and
 * what is read is what came and what goes.
 */
final class Unwrapped {

  private Unwrapped() {}

  static ServletRequest of(ServletRequest request) {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper) {
      inner = ((ServletRequestWrapper) inner).getRequest();
    }
    return inner;
  }

  static ServletResponse of(ServletResponse response) {
    ServletResponse inner = response;
    while (inner instanceof ServletResponseWrapper) {
      inner = ((ServletResponseWrapper) inner).getResponse();
    }
    return inner;
  }
}
