package io.sidelight.tests.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a web application that comes and goes answers with. */
public final class ReloadedServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Called by the container. */
  public ReloadedServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write("hello");
  }
}
