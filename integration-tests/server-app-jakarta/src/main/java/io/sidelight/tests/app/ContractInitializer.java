package io.sidelight.tests.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Registers every route and the filter, in an embedded server and in a deployed one alike. */
public final class ContractInitializer implements ServletContainerInitializer {

  /** Called by the container, or given to it by {@link EmbeddedTomcatMain}. */
  public ContractInitializer() {}

  @Override
  public void onStartup(Set<Class<?>> types, ServletContext context) {
    for (Map.Entry<String, Handler> route : Routes.all().handlers().entrySet()) {
      ServletRegistration.Dynamic servlet =
          context.addServlet(route.getKey(), new RouteServlet(route.getValue()));
      servlet.setAsyncSupported(true);
      servlet.addMapping(route.getKey());
    }
    UserRoutes.register(context);
    FilterRegistration.Dynamic filter = context.addFilter("marker", new MarkerFilter());
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
  }
}
