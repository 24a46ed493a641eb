package io.sidelight.tests.listening;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat that starts long after another socket was opened. */
public final class LateTomcatMain {

  private LateTomcatMain() {}

  public static void main(String[] args) throws Exception {
    ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(0);
    boolean looked = Waiting.forAgent();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(new File(args[0]).getPath());
    tomcat.getService().addConnector(connector);
    tomcat.start();
    System.out.println("looked " + looked + ", " + (other.isBound() && !other.isClosed()));
    Waiting.forTest();
    System.exit(0);
  }
}
