package io.sidelight.instrumentation.resteasy;

import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;

/**
 * Join points read in RESTEasy 3.15.0, 3.15.6, 4.7.0, 4.7.10, 5.0.10, 6.0.0, 6.2.16, 7.0.2 and
 * 7.0.5.
 *
 * <p>What was found is woven and not the search for it, because the search has a cache that goes
 * round most of its methods.
 */
public final class ResteasyInstrumentation implements LibraryInstrumentation {

  private static final String METHOD = "org.jboss.resteasy.core.ResourceMethodInvoker";
  private static final String LOCATOR = "org.jboss.resteasy.core.ResourceLocatorInvoker";
  private static final String EXCHANGE =
      "Lorg/jboss/resteasy/spi/HttpRequest;Lorg/jboss/resteasy/spi/HttpResponse;";
  private static final String ANSWER = "Lorg/jboss/resteasy/specimpl/BuiltResponse;";
  private static final String TARGET = "Ljava/lang/Object;";
  private static final String ADVICE = "io.sidelight.instrumentation.resteasy.";

  @Override
  public String name() {
    return "jax-rs";
  }

  @Override
  public String id() {
    return "resteasy";
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return List.of(
        // On an object that is yet to be made, and on one that a locator has found.
        JoinPoint.of(
            METHOD,
            "invoke",
            "(" + EXCHANGE + ")" + ANSWER,
            ADVICE + "ResteasyAdvice$MethodAdvice"),
        JoinPoint.of(
            METHOD,
            "invoke",
            "(" + EXCHANGE + TARGET + ")" + ANSWER,
            ADVICE + "ResteasyAdvice$MethodAdvice"),
        JoinPoint.of(
            LOCATOR,
            "invokeOnTargetObject",
            "(" + EXCHANGE + TARGET + ")" + ANSWER,
            ADVICE + "ResteasyAdvice$LocatorAdvice"));
  }
}
