package io.sidelight.instrumentation.servlet;

import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * The same join points in both namespaces. Besides {@code HttpServlet} there is one in the
 * asynchronous part of GlassFish 7.0, Payara 5.2022 and Grizzly 2.4 and 4.0, see {@link
 * AsyncStartAdvice}.
 */
public final class ServletInstrumentation implements LibraryInstrumentation {

  private static final String JAKARTA = "io.sidelight.instrumentation.servlet.";

  /** Made from the classes of this package when the agent is built. */
  private static final String JAVAX = "io.sidelight.instrumentation.javaxservlet.";

  private static final String[] ASYNC_CONTEXTS = {
    "org.apache.catalina.connector.AsyncContextImpl",
    "org.glassfish.grizzly.servlet.AsyncContextImpl"
  };

  @Override
  public String name() {
    return "servlet";
  }

  @Override
  public List<JoinPoint> joinPoints() {
    List<JoinPoint> joinPoints = new ArrayList<>();
    add(joinPoints, "jakarta", JAKARTA);
    add(joinPoints, "javax", JAVAX);
    return joinPoints;
  }

  private static void add(List<JoinPoint> joinPoints, String namespace, String advice) {
    String arguments =
        "L" + namespace + "/servlet/ServletRequest;L" + namespace + "/servlet/ServletResponse;";
    joinPoints.add(
        JoinPoint.of(
            namespace + ".servlet.http.HttpServlet",
            "service",
            "(" + arguments + ")V",
            advice + "ServiceAdvice"));
    for (String asyncContext : ASYNC_CONTEXTS) {
      joinPoints.add(
          JoinPoint.optional(
              asyncContext, "init", "(" + arguments + "Z)V", advice + "AsyncStartAdvice"));
    }
  }
}
