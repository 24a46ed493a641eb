package io.sidelight.instrumentation.unknown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognisedTest {

  @ParameterizedTest
  @CsvSource({
    "sun.net.httpserver.ServerImpl, the JDK's HttpServer",
    "com.sun.net.httpserver.HttpServer, the JDK's HttpServer",
    "io.netty.channel.socket.nio.NioServerSocketChannel, Netty",
    "org.eclipse.jetty.server.ServerConnector, Jetty",
    "wiremock.org.eclipse.jetty.server.ServerConnector, "
        + "'Jetty (a copy, wiremock.org.eclipse.jetty)'",
    "io.grpc.netty.shaded.io.netty.channel.unix.Socket, "
        + "'Netty (a copy, io.grpc.netty.shaded.io.netty)'"
  })
  void server_byAClassOfIt_isNamedAndACopyToldFromIt(String className, String name) {
    assertThat(Recognised.server(className)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.Main", "java.net.ServerSocket", "com.acme.io.nettyish.Server"})
  void server_ofNobodyKnown_hasNoName(String className) {
    assertThat(Recognised.server(className)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sun.rmi.transport.tcp.TCPTransport", "org.h2.server.TcpServer"})
  void socket_forTools_isNoServer(String className) {
    assertThat(Recognised.isNoServer(className)).isTrue();
  }

  @Test
  void clients_andServers_areNamedByDifferentClasses() {
    assertThat(Recognised.clients().keySet())
        .doesNotContainAnyElementsOf(Recognised.servers().keySet());
  }
}
