package io.sidelight.tests.listening;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.registry.LocateRegistry;

/**
 * A program that serves nobody: it asks for a free port, as tests do, and has a registry as for
 * JMX.
 */
public final class NoServerMain {

  private NoServerMain() {}

  public static void main(String[] args) throws Exception {
    LocateRegistry.createRegistry(0);
    boolean lookedAtRegistry = Waiting.forAgent();
    new ServerSocket(0, 1, InetAddress.getLoopbackAddress()).close();
    boolean lookedAtPort = Waiting.forAgent();
    System.out.println("looked " + lookedAtRegistry + " " + lookedAtPort);
    Waiting.forTest();
    System.exit(0);
  }
}
