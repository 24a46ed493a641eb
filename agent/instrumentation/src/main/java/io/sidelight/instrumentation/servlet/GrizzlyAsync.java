package io.sidelight.instrumentation.servlet;

import io.sidelight.weaver.LibraryInstrumentation;
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

  private final String namespace;

  /**
   * @param namespace the first part of the Servlet API's package names
   */
  GrizzlyAsync(String namespace) {
    this.namespace = namespace;
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
}
