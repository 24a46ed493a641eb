package io.sidelight.tests.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a web application that comes and goes answers with. It logs somebody in with the Spring
 * Security that it brings along, a copy of its own of a library that is woven. By reflection, since
 * all other applications do without.
 */
public final class ReloadedServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String SECURITY = "org.springframework.security.";

  /** Called by the container. */
  public ReloadedServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    logIn("ada");
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write("hello");
  }

  private void logIn(String user) {
    try {
      Class<?> holder = library("core.context.SecurityContextHolder");
      if (holder.getClassLoader() != getClass().getClassLoader()) {
        throw new IllegalStateException("not the application's own: " + holder.getClassLoader());
      }
      Object context = holder.getMethod("getContext").invoke(null);
      Object token =
          library("authentication.TestingAuthenticationToken")
              .getConstructor(Object.class, Object.class, String[].class)
              .newInstance(user, "", new String[] {"USER"});
      library("core.context.SecurityContext")
          .getMethod("setAuthentication", library("core.Authentication"))
          .invoke(context, token);
      holder.getMethod("clearContext").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Class<?> library(String name) throws ClassNotFoundException {
    return Class.forName(SECURITY + name, true, getClass().getClassLoader());
  }
}
