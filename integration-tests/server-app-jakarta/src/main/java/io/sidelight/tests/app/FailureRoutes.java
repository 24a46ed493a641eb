package io.sidelight.tests.app;

import static io.sidelight.tests.app.PlainRoutes.text;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** Routes that end with an error, or start over. */
final class FailureRoutes {

  private FailureRoutes() {}

  static void addTo(Routes routes) {
    routes.add(
        "/fail/send-error",
        (request, response) -> {
          response.setHeader("X-Before", "1");
          response.sendError(Integer.parseInt(request.getParameter("status")));
        });
    routes.add(
        "/fail/status",
        (request, response) ->
            response.setStatus(Integer.parseInt(request.getParameter("status"))));
    routes.add(
        "/fail/exception",
        (request, response) -> {
          throw new IllegalStateException("no page for this one");
        });
    routes.add(
        "/quiet/fails",
        (request, response) -> {
          throw new IllegalStateException("not ignored");
        });
    routes.add(
        "/fail/wrapped",
        (request, response) -> {
          throw new ServletException("outer", new IOException("inner"));
        });
    routes.add(
        "/fail/error",
        (request, response) -> {
          throw new AssertionError("an error, not an exception");
        });
    routes.add(
        "/fail/paged",
        (request, response) -> {
          throw new PagedException("has a page");
        });
    routes.add(
        "/fail/committed",
        (request, response) -> {
          text(response, "partial");
          response.flushBuffer();
          throw new IllegalStateException("after commit");
        });
    routes.add(
        "/fail/handled",
        (request, response) -> {
          response.setStatus(503);
          text(response, "handled by the application");
        });
    routes.add(
        "/fail/large-header",
        (request, response) -> {
          response.setHeader("X-Large", "x".repeat(20_000));
          text(response, "never sent by servers that limit headers");
          if (request.getParameter("flush") != null) {
            response.flushBuffer();
          }
        });
    routes.add(
        "/reset",
        (request, response) -> {
          response.setHeader("X-Before", "1");
          response.getWriter().write("thrown away");
          response.reset();
          response.setStatus(203);
          text(response, "after reset");
        });
    routes.add(
        "/reset/send-error",
        (request, response) -> {
          response.reset();
          response.sendError(410);
        });
  }
}
