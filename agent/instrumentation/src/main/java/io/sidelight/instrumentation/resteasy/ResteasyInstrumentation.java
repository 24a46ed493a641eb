package io.sidelight.instrumentation.resteasy;

import io.sidelight.weaver.LibraryInstrumentation;

/**
 * Join points read in RESTEasy 3.15.0, 3.15.6, 4.7.0, 4.7.10, 5.0.10, 6.0.0, 6.2.16, 7.0.2 and
 * 7.0.5.
 *
 * <p>What was found is woven and not the search for it, because the search has a cache that goes
 * round most of its methods.
 */
public final class ResteasyInstrumentation implements LibraryInstrumentation {

  @Override
  public String name() {
    return "jax-rs";
  }

  @Override
  public String id() {
    return "resteasy";
  }
}
