package io.sidelight.instrumentation.servlet;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;

/**
 * {@code HttpServlet} in both namespaces. Advice for {@code javax.servlet} is made from the classes
 * of this package when the agent is built.
 */
public final class ServletInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "servlet";
  public static final String SWITCH_HELP =
      "Whether `HttpServlet` is instrumented: the fallback for containers that"
          + " have no instrumentation of their own.";

  /** All that belongs to the fallback, under one switch. */
  public static List<LibraryInstrumentation> all() {
    return List.of(
        new ServletInstrumentation(), new GrizzlyAsync("jakarta"), new GrizzlyAsync("javax"));
  }

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.glassfish.grizzly.");
    names.setUp("init", "javax.servlet.GenericServlet", "jakarta.servlet.GenericServlet");
  }
}
