package io.sidelight.instrumentation.servlet;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;

/** {@code HttpServlet} in both namespaces. */
public final class ServletInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "servlet";
  public static final String SWITCH_HELP =
      "Whether `HttpServlet` is instrumented: the fallback for containers that"
          + " have no instrumentation of their own.";

  private static final String JAKARTA = "io.sidelight.instrumentation.servlet.";

  /** Made from the classes of this package when the agent is built. */
  private static final String JAVAX = "io.sidelight.instrumentation.javaxservlet.";

  /** All that belongs to the fallback, under one switch. */
  public static List<LibraryInstrumentation> all() {
    return List.of(
        new ServletInstrumentation(),
        new GrizzlyAsync("jakarta", JAKARTA),
        new GrizzlyAsync("javax", JAVAX));
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

  @Override
  public List<JoinPoint> joinPoints() {
    return List.of(service("jakarta", JAKARTA), service("javax", JAVAX));
  }

  private static JoinPoint service(String namespace, String advice) {
    String servlet = "L" + namespace + "/servlet/";
    return JoinPoint.of(
        namespace + ".servlet.http.HttpServlet",
        "service",
        "(" + servlet + "ServletRequest;" + servlet + "ServletResponse;)V",
        advice + "ServiceAdvice");
  }
}
