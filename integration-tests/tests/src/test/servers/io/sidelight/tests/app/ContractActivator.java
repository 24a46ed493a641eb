package io.sidelight.tests.app;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers the contract application as services for the OSGi HTTP whiteboard. */
public final class ContractActivator implements BundleActivator {

  private static final String WHITEBOARD = "osgi.http.whiteboard.";

  /** Called by the framework. */
  public ContractActivator() {}

  @Override
  public void start(BundleContext context) {
    for (Map.Entry<String, Handler> route : Routes.all().handlers().entrySet()) {
      Dictionary<String, Object> properties = new Hashtable<>();
      properties.put(WHITEBOARD + "servlet.name", route.getKey());
      properties.put(WHITEBOARD + "servlet.pattern", route.getKey());
      properties.put(WHITEBOARD + "servlet.asyncSupported", true);
      if (route.getKey().equals("/error-page")) {
        properties.put(
            WHITEBOARD + "servlet.errorPage", new String[] {"409", PagedException.class.getName()});
      }
      context.registerService(Servlet.class, new RouteServlet(route.getValue()), properties);
    }
    Dictionary<String, Object> filter = new Hashtable<>();
    filter.put(WHITEBOARD + "filter.pattern", "/*");
    filter.put(WHITEBOARD + "filter.asyncSupported", true);
    context.registerService(Filter.class, new MarkerFilter(), filter);
    Dictionary<String, Object> files = new Hashtable<>();
    files.put(WHITEBOARD + "resource.pattern", "/static/*");
    files.put(WHITEBOARD + "resource.prefix", "/static");
    context.registerService(Object.class, new Object(), files);
  }

  @Override
  public void stop(BundleContext context) {}
}
