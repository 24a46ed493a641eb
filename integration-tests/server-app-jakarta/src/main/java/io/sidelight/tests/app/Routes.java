package io.sidelight.tests.app;

import java.util.LinkedHashMap;
import java.util.Map;

/** Paths and what answers them. */
final class Routes {

  private final Map<String, Handler> handlers = new LinkedHashMap<>();

  static Routes all() {
    Routes routes = new Routes();
    PlainRoutes.addTo(routes);
    DispatchRoutes.addTo(routes);
    FailureRoutes.addTo(routes);
    AsyncRoutes.addTo(routes);
    UpgradeRoutes.addTo(routes);
    return routes;
  }

  void add(String path, Handler handler) {
    handlers.put(path, handler);
  }

  Map<String, Handler> handlers() {
    return handlers;
  }
}
