package io.sidelight.tests.osgi;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/**
 * An OSGi framework with the bundles that it is given, one of which is a server for the OSGi HTTP
 * whiteboard and the last the contract application. Arguments: the folder to work in, which gets
 * {@code logs/access.log} and, once everything has started, {@code port}; the form of the access
 * log; the bundles. Runs until it is terminated.
 */
public final class FelixMain {

  private FelixMain() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    int port = freePort();
    Files.createDirectories(work.resolve("logs"));
    Framework framework = new FrameworkFactory().newFramework(configuration(work, args[1], port));
    framework.start();
    List<Bundle> bundles = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      String location = Path.of(args[i]).toUri().toString();
      bundles.add(framework.getBundleContext().installBundle(location));
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
    Path unfinished = work.resolve("port.tmp");
    Files.writeString(unfinished, Integer.toString(port));
    Files.move(unfinished, work.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    framework.waitForStop(0);
  }

  private static Map<String, String> configuration(Path work, String pattern, int port) {
    return Map.of(
        // Else its own bundle, which asks for a mediator of service loaders.
        "org.osgi.framework.system.packages.extra",
        "org.slf4j;version=2.0,org.slf4j.spi;version=2.0,org.slf4j.helpers;version=2.0,"
            + "org.slf4j.event;version=2.0",
        "org.osgi.framework.storage",
        work.resolve("bundles").toString(),
        "org.osgi.service.http.port",
        Integer.toString(port),
        "org.apache.felix.http.jetty.headerBufferSize",
        "8192",
        "org.apache.felix.http.requestlog.file.path",
        work.resolve("logs/access.log").toString(),
        "org.apache.felix.http.requestlog.file.async",
        "false",
        "org.apache.felix.http.requestlog.file.format",
        pattern);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
