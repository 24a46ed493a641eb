package io.sidelight.instrumentation.unknown;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of the servers and clients that are recognised and not instrumented. */
final class Recognised {

  /**
   * Clients by a class that is loaded with the first call, or where there is none, with the client.
   * Read in the releases named.
   */
  private static final String[][] CLIENTS = {
    // 0.9, 1.0, 1.2, 1.3
    {"reactor.netty.http.client.HttpClientConnect$HttpClientHandler", "Reactor Netty HttpClient"},
    // 9.4, 10.0
    {"org.eclipse.jetty.client.HttpConversation", "Jetty HttpClient up to 11"},
    // 3.9, 4.5, 5.0, 5.2
    {"io.vertx.core.http.impl.HttpClientRequestBase", "Vert.x HttpClient"},
    // 1.20, 1.76, 1.85; the transport may be shaded, this is not
    {"io.grpc.internal.ClientCallImpl", "gRPC"},
    // 2.12, 3.0; in Play; 1.9
    {"org.asynchttpclient.DefaultAsyncHttpClient", "AsyncHttpClient"},
    {"play.shaded.ahc.org.asynchttpclient.DefaultAsyncHttpClient", "AsyncHttpClient"},
    {"com.ning.http.client.AsyncHttpClient", "AsyncHttpClient"},
    // 2.30
    {"software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient", "the AWS SDK's Netty client"},
    {"software.amazon.awssdk.http.crt.AwsCrtHttpClientBase", "the AWS SDK's CRT client"},
    // 1.31, 1.40
    {"com.linecorp.armeria.client.HttpClientDelegate", "Armeria"},
    // 4.6
    {"io.micronaut.http.client.netty.DefaultHttpClient", "Micronaut HttpClient"},
    // 2.3
    {"io.ktor.client.engine.cio.CIOEngine", "Ktor CIO"},
    // 4.1
    {"io.helidon.webclient.http1.Http1ClientImpl", "Helidon WebClient"},
    // 3.1
    {"org.apache.commons.httpclient.HttpClient", "Commons HttpClient 3"},
    // 2.7
    {"com.squareup.okhttp.OkHttpClient", "OkHttp 2"},
    // 4.1; what others than those above build on Netty
    {"io.netty.handler.codec.http.HttpClientCodec", "Netty"},
  };

  /** Clients that load {@code HttpClientCodec} of Netty as well. */
  private static final String NETTY = "Netty";

  /** Servers by a class that is loaded when they start. */
  private static final String[][] SERVERS = {
    // 0.9, 1.0, 1.2, 1.3
    {"reactor.netty.http.server.HttpServerBind", "Reactor Netty"},
    // 3.9, 4.5, 5.0; 5.2
    {"io.vertx.core.http.impl.HttpServerImpl", "Vert.x"},
    {"io.vertx.core.http.impl.tcp.TcpHttpServer", "Vert.x"},
    // 1.31, 1.40
    {"com.linecorp.armeria.server.Server", "Armeria"},
    // 1.20, 1.76, 1.85
    {"io.grpc.internal.ServerImpl", "gRPC"},
    // 4.6
    {"io.micronaut.http.server.netty.NettyHttpServer", "Micronaut"},
    // 4.1
    {"io.helidon.webserver.LoomServer", "Helidon"},
  };

  /**
   * Servers by how the names of their classes begin, also in a copy under another name; those that
   * are instrumented are met here when they are such a copy, or switched off.
   */
  private static final String[][] SERVER_PACKAGES = {
    {"com.sun.net.httpserver.", "the JDK's HttpServer"},
    {"sun.net.httpserver.", "the JDK's HttpServer"},
    {"org.eclipse.jetty.", "Jetty"},
    {"org.apache.tomcat.", "Tomcat"},
    {"io.undertow.", "Undertow"},
    {"org.xnio.", "XNIO"},
    {"io.netty.", "Netty"},
    {"org.glassfish.grizzly.", "Grizzly"},
    {"org.apache.hc.core5.", "Apache HttpCore"},
    {"org.apache.http.impl.", "Apache HttpCore"},
    {"akka.io.", "Akka"},
    {"org.apache.pekko.io.", "Pekko"},
    {"org.apache.mina.", "MINA"},
    {"fi.iki.elonen.", "NanoHTTPD"},
    {"mockwebserver3.", "MockWebServer"},
    {"okhttp3.mockwebserver.", "MockWebServer"},
  };

  /**
   * Packages that open sockets for tools or for other members of a cluster, in any kind of program,
   * and containers that need no warning.
   */
  private static final String[] NO_SERVERS = {
    // Containers whose servlets the fallback follows, once it has met the first: GlassFish,
    // Liberty.
    "com.sun.enterprise.",
    "com.ibm.ws.",
    "sun.rmi.",
    "sun.management.",
    "org.jolokia.",
    "io.prometheus.",
    "org.h2.",
    "org.hsqldb.",
    "org.apache.derby.",
    "com.hazelcast.",
    "org.jgroups.",
    "org.apache.ignite.",
  };

  private Recognised() {}

  /** Clients by class name. */
  static Map<String, String> clients() {
    return map(CLIENTS);
  }

  /** Servers by class name. */
  static Map<String, String> servers() {
    return map(SERVERS);
  }

  /** Whether other clients of the table load the class of this client as well. */
  static boolean isBeneathOthers(String client) {
    return client.equals(NETTY);
  }

  /**
   * @param className binary name of a class that opens a socket
   */
  static boolean isNoServer(String className) {
    for (String prefix : NO_SERVERS) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param className as in {@link #isNoServer}
   */
  static @Nullable String server(String className) {
    for (String[] server : SERVER_PACKAGES) {
      String prefix = server[0];
      if (className.startsWith(prefix)) {
        return server[1];
      }
      int copy = className.indexOf("." + prefix);
      if (copy > 0) {
        String packageName = className.substring(0, copy + prefix.length());
        return server[1] + " (a copy, " + packageName + ")";
      }
    }
    return null;
  }

  private static Map<String, String> map(String[][] pairs) {
    Map<String, String> map = new HashMap<>(2 * pairs.length);
    for (String[] pair : pairs) {
      map.put(pair[0], pair[1]);
    }
    return map;
  }
}
