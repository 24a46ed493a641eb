package io.sidelight.instrumentation.springboot;

import io.sidelight.weaver.LibraryInstrumentation;

/**
 * Join point read in Spring Boot 1.5.22, 2.0.0, 2.1.0, 2.7.18, 3.5.16, 4.0.0 and 4.1.0.
 *
 * <p>{@code prepareContext} calls {@code postProcessApplicationContext} first of all, just after it
 * has given the context its environment; its descriptor never changed.
 */
public final class SpringBootInstrumentation implements LibraryInstrumentation {

  @Override
  public String name() {
    return "spring";
  }

  @Override
  public String id() {
    return "spring-boot";
  }
}
