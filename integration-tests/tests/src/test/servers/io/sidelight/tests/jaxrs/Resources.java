package io.sidelight.tests.jaxrs;

import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application: its resources by class. */
public class Resources extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(OrderResource.class, ErrorResource.class);
  }
}
