package io.sidelight.instrumentation.springmvc;

import io.sidelight.weaver.LibraryInstrumentation;

/**
 * Join points read in Spring MVC 5.0.0, 5.1.0, 5.2.0, 5.3.0, 5.3.39, 6.0.0, 6.2.19, 7.0.0 and
 * 7.0.10.
 *
 * <p>{@code applyPreHandle} is the one place that every handler goes through just before it runs:
 * the attribute with the pattern is set by then, by the mapping or by an interceptor that the
 * mapping has put first. To read it when the request completes would be too late, since an error
 * page that is a controller has written its own pattern over it.
 */
public final class SpringMvcInstrumentation implements LibraryInstrumentation {

  @Override
  public String name() {
    return "spring";
  }

  @Override
  public String id() {
    return "spring-mvc";
  }
}
