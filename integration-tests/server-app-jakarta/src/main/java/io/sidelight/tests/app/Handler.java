package io.sidelight.tests.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What one route does. */
@FunctionalInterface
interface Handler {

  void handle(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;
}
