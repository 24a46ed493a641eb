package io.sidelight.tests.threads;

import java.lang.reflect.Method;
import java.util.concurrent.Callable;

/** Structured concurrency, by reflection: a preview in Java 25, which compiles for nothing else. */
final class StructuredScope {

  private StructuredScope() {}

  static Object seenByAFork() throws Exception {
    Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
    Object scope = type.getMethod("open").invoke(null);
    try (AutoCloseable closing = (AutoCloseable) scope) {
      Callable<String> look = CurrentRequest::id;
      Object fork = type.getMethod("fork", Callable.class).invoke(scope, look);
      type.getMethod("join").invoke(scope);
      Method get =
          Class.forName("java.util.concurrent.StructuredTaskScope$Subtask").getMethod("get");
      return get.invoke(fork);
    }
  }
}
