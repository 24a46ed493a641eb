package io.sidelight.tests.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/**
 * Deploys a web application with a class loader of its own, uses it and takes it away again, so
 * many times, on one server. Arguments: the folder to work in, whose {@code web} holds the
 * application and which gets {@code unloaded}, the number of class loaders that were collected; how
 * many times. Runs on until it is terminated.
 */
public final class RedeployingMain {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int REQUESTS = 10;

  /** By name, so that the application's loader loads it. */
  private static final String SERVLET = "io.sidelight.tests.app.ReloadedServlet";

  private RedeployingMain() {}

  public static void main(String[] args) throws LifecycleException, IOException {
    File work = new File(args[0]);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.getPath());
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(0);
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    tomcat.start();
    int unloaded = 0;
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      if (isCollected(deployAndUndeploy(tomcat, new File(work, "web")))) {
        unloaded++;
      }
    }
    File unfinished = new File(work, "unloaded.tmp");
    Files.write(
        unfinished.toPath(), Integer.toString(unloaded).getBytes(StandardCharsets.US_ASCII));
    if (!unfinished.renameTo(new File(work, "unloaded"))) {
      throw new IOException("can't write to " + work);
    }
    tomcat.getServer().await();
  }

  /** Returns the class loader that nothing should hold any more. */
  private static WeakReference<ClassLoader> deployAndUndeploy(Tomcat tomcat, File web)
      throws LifecycleException, IOException {
    StandardContext context = new StandardContext();
    context.setName("/again");
    context.setPath("/again");
    context.setDocBase(web.getAbsolutePath());
    context.addLifecycleListener(new Tomcat.FixContextListener());
    context.addServletContainerInitializer(
        (types, servlets) -> servlets.addServlet("hello", SERVLET).addMapping("/hello"), null);
    tomcat.getHost().addChild(context); // and starts it
    ClassLoader loader = context.getLoader().getClassLoader();
    Class<?> servlet;
    try {
      servlet = loader.loadClass(SERVLET);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    if (servlet.getClassLoader() != loader) {
      throw new IllegalStateException("the application is loaded by " + servlet.getClassLoader());
    }
    for (int i = 0; i < REQUESTS; i++) {
      get(tomcat.getConnector().getLocalPort());
    }
    tomcat.getHost().removeChild(context);
    return new WeakReference<>(loader);
  }

  private static void get(int port) throws IOException {
    URL url = new URL("http://localhost:" + port + "/again/hello");
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    try (InputStream in = connection.getInputStream()) {
      while (in.read() >= 0) {
        // to the end, so that the connection is used again
      }
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
