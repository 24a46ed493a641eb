package io.sidelight.instrumentation.jersey;

import io.sidelight.weaver.LibraryInstrumentation;

/** Join points read in Jersey 2.26, 2.48, 3.0.0, 3.1.12, 4.0.0 and 4.0.3. */
public final class JerseyInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "jax-rs";
  public static final String SWITCH_HELP =
      "Whether JAX-RS (Jersey, RESTEasy) is asked for the route.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public String id() {
    return "jersey";
  }
}
