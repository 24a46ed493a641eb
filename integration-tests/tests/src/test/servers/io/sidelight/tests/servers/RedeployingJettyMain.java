package io.sidelight.tests.servers;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.webapp.WebAppContext;

/**
 * Deploys a web application with a class loader of its own on Jetty 9.4 to 11, uses it and takes it
 * away again, so many times, on one server. Arguments: the folder to work in, whose {@code web}
 * holds the application and which gets {@code unloaded}, the number of class loaders that were
 * collected; how many times. Runs on until it is terminated.
 */
public final class RedeployingJettyMain {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int REQUESTS = 10;

  /** By name, so that the application's loader loads it. */
  private static final String SERVLET = "io.sidelight.tests.app.ReloadedServlet";

  private RedeployingJettyMain() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    server.addConnector(connector);
    ContextHandlerCollection contexts = new ContextHandlerCollection();
    server.setHandler(contexts);
    server.start();
    int unloaded = 0;
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      if (isCollected(deployAndUndeploy(contexts, connector.getLocalPort(), work.resolve("web")))) {
        unloaded++;
      }
    }
    Path unfinished = work.resolve("unloaded.tmp");
    Files.writeString(unfinished, Integer.toString(unloaded));
    Files.move(unfinished, work.resolve("unloaded"), StandardCopyOption.ATOMIC_MOVE);
    server.join();
  }

  /** Returns the class loader that nothing should hold any more. */
  private static WeakReference<ClassLoader> deployAndUndeploy(
      ContextHandlerCollection contexts, int port, Path web) throws Exception {
    WebAppContext context = new WebAppContext(web.toString(), "/again");
    context.addServlet(SERVLET, "/hello");
    contexts.addHandler(context);
    context.start();
    ClassLoader loader = context.getClassLoader();
    Class<?> servlet = loader.loadClass(SERVLET);
    if (servlet.getClassLoader() != loader || !HttpServlet.class.isAssignableFrom(servlet)) {
      throw new IllegalStateException("the application is loaded by " + servlet.getClassLoader());
    }
    for (int i = 0; i < REQUESTS; i++) {
      get(port);
    }
    context.stop();
    contexts.removeHandler(context);
    context.destroy();
    return new WeakReference<>(loader);
  }

  private static void get(int port) throws IOException {
    try (InputStream in = new URL("http://localhost:" + port + "/again/hello").openStream()) {
      in.readAllBytes(); // to the end, so that the connection is used again
    }
  }

  private static boolean isCollected(WeakReference<ClassLoader> loader) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (loader.get() != null && System.nanoTime() < deadline) {
      System.gc();
    }
    return loader.get() == null;
  }
}
