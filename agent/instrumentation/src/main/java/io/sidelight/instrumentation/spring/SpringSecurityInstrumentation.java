package io.sidelight.instrumentation.spring;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;

/**
 * Join points read in Spring Security 5.0.0, 5.2.0, 5.7.14, 5.8.16, 6.0.8, 6.5.11 and 7.1.2.
 *
 * <p>Filters ask the holder's strategy since 5.8 and the holder before, which passes on to the
 * strategy; the holder is woven as well for strategies of the application's own.
 */
public final class SpringSecurityInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "spring";
  public static final String SWITCH_HELP =
      "Whether Spring is asked for the user (Spring Security), the route (Spring"
          + " MVC) and the name of the application (Spring Boot).";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public String id() {
    return "spring-security";
  }

  @Override
  public void describe(LibraryNames names) {
    // Spring Framework, on which all of Spring stands
    names.threadsPerTask("org.springframework.core.task.SimpleAsyncTaskExecutor");
    names.threadCreators("org.springframework.util.CustomizableThreadCreator");
    names.setUp("getSingleton", "org.springframework.beans.factory.support.");
  }
}
