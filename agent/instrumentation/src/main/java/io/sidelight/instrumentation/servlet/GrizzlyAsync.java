package io.sidelight.instrumentation.servlet;

import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;
import java.util.function.Predicate;

/**
 * The asynchronous requests of GlassFish, Payara and of Grizzly's own servlets, in one namespace.
 *
 * <p>Other threads can complete or dispatch a request there while the servlet still runs, which the
 * specification forbids: once the servlet returns, the request may serve another client already. So
 * what is to be known has to be taken down before. An {@code AsyncListener} would not do: GlassFish
 * sets the status to 200 for every listener that it calls, and enters the request scope of CDI for
 * them.
 *
 * <p>Join points read in Grizzly 2.3.35, 2.4.4 and 4.0.2, GlassFish 7.0.25 and Payara 5.2022.5.
 */
final class GrizzlyAsync implements LibraryInstrumentation {

  private static final String[] CONTEXTS = {
    "org.apache.catalina.connector.AsyncContextImpl",
    "org.glassfish.grizzly.servlet.AsyncContextImpl"
  };

  private final String namespace;
  private final String advice;

  /**
   * @param namespace the first part of the Servlet API's package names
   * @param advice package of the advice that is written for it, with a dot at the end
   */
  GrizzlyAsync(String namespace, String advice) {
    this.namespace = namespace;
    this.advice = advice;
  }

  @Override
  public String name() {
    return ServletInstrumentation.SWITCH;
  }

  @Override
  public String id() {
    return "grizzly-async-" + namespace;
  }

  @Override
  public boolean isFor(Predicate<String> library) {
    return library.test(namespace + ".servlet.AsyncContext");
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return List.of(start(CONTEXTS[0]), event(CONTEXTS[0]), start(CONTEXTS[1]), event(CONTEXTS[1]));
  }

  private JoinPoint start(String context) {
    String servlet = "L" + namespace + "/servlet/";
    return JoinPoint.of(
        context,
        "init",
        "(" + servlet + "ServletRequest;" + servlet + "ServletResponse;Z)V",
        advice + "GrizzlyAsyncAdvice$AsyncStartAdvice");
  }

  private JoinPoint event(String context) {
    return JoinPoint.of(
        context,
        "notifyAsyncListeners",
        "(L" + context.replace('.', '/') + "$AsyncEventType;Ljava/lang/Throwable;)V",
        advice + "GrizzlyAsyncAdvice$AsyncEventAdvice");
  }
}
