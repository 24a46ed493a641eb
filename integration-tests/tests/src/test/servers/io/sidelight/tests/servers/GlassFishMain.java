package io.sidelight.tests.servers;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.embeddable.GlassFish;
import org.glassfish.embeddable.GlassFishProperties;
import org.glassfish.embeddable.GlassFishRuntime;

/**
 * Embedded GlassFish with the contract application deployed at the root. Arguments: the folder to
 * work in, which gets {@code port} once the server listens; the unpacked WAR. Runs until it is
 * terminated.
 */
public final class GlassFishMain {

  private GlassFishMain() {}

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    int port = freePort();
    GlassFishProperties properties = new GlassFishProperties();
    properties.setPort("http-listener", port);
    GlassFish server = GlassFishRuntime.bootstrap().newGlassFish(properties);
    server.start();
    server.getDeployer().deploy(new File(args[1]), "--contextroot=/", "--name=contract");
    Path unfinished = work.resolve("port.tmp");
    Files.writeString(unfinished, Integer.toString(port));
    Files.move(unfinished, work.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    LockSupport.park();
  }

  /** It can't be told to take any port. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
