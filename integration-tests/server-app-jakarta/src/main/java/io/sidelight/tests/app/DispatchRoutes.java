package io.sidelight.tests.app;

import static io.sidelight.tests.app.PlainRoutes.text;

/** Routes that hand a request on inside the container. */
final class DispatchRoutes {

  private DispatchRoutes() {}

  static void addTo(Routes routes) {
    forward(routes, "/forward", "/hello?added=1");
    forward(routes, "/forward/missing", "/nowhere");
    forward(routes, "/forward/fails", "/fail/exception");
    forward(routes, "/forward/static", "/static/small.txt");
    routes.add(
        "/include",
        (request, response) -> {
          response.getWriter().write("before ");
          request.getRequestDispatcher("/hello").include(request, response);
          response.getWriter().write(" after");
        });
    routes.add(
        "/error-page", (request, response) -> text(response, "page for " + response.getStatus()));
  }

  private static void forward(Routes routes, String from, String to) {
    routes.add(
        from, (request, response) -> request.getRequestDispatcher(to).forward(request, response));
  }
}
