package io.sidelight.tests.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves GET, HEAD (through GET) and POST with one handler; other methods as servlets do. */
final class RouteServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Handler handler;

  RouteServlet(Handler handler) {
    this.handler = handler;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    handler.handle(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    handler.handle(request, response);
  }
}
