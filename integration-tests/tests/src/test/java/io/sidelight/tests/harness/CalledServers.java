package io.sidelight.tests.harness;

import io.sidelight.tests.client.MockAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What the services under test call: servers in this JVM that answer well, badly or not at all. All
 * of them are on the loopback interface, and the services know no other hosts than those here.
 */
public final class CalledServers {

  public static final String HOST = "localhost";

  /** Has an alias. */
  public static final String API = "api.example.test";

  /** Gets no request ID, by the options that the services run with. */
  public static final String FOREIGN = "foreign.test";

  /** Is not found. */
  static final String UNKNOWN = "unknown.test";

  private static @Nullable CalledServers started;

  private final ReceivedRequests arrivals = new ReceivedRequests();
  private final Certificates certificates = new Certificates();
  private final MockWebServer plain;
  private final MockWebServer tls;
  private final MockWebServer tls1;
  private final MockWebServer untrusted;
  private final FaultServer faults;
  private final Socket notListening;
  private final List<SocketChannel> waiting = new ArrayList<>();
  private final ServerSocket full;
  private final Path hosts;
  private final Path trustStore;

  private CalledServers() throws IOException {
    plain = start(null, Protocol.HTTP_1_1);
    tls = start(certificates.trusted(), Protocol.HTTP_2, Protocol.HTTP_1_1);
    tls1 = start(certificates.trusted(), Protocol.HTTP_1_1);
    untrusted = start(certificates.unknown(), Protocol.HTTP_1_1);
    faults = new FaultServer(arrivals);
    notListening = new Socket();
    notListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    fill();
    Path folder = Files.createDirectories(Settings.work().resolve("other-side"));
    hosts = folder.resolve("hosts");
    Files.writeString(hosts, "127.0.0.1 " + String.join(" ", HOST, API, FOREIGN) + "\n");
    trustStore = folder.resolve("trust.p12");
    certificates.writeTrustStore(trustStore);
  }

  /** The same for all tests. */
  public static synchronized CalledServers get() {
    if (started == null) {
      try {
        started = new CalledServers();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return started;
  }

  public ReceivedRequests arrivals() {
    return arrivals;
  }

  /** What a service has to be started with. */
  public List<String> jvmOptions() {
    return List.of(
        "-Djdk.net.hosts.file=" + hosts,
        "-Djavax.net.ssl.trustStore=" + trustStore,
        "-Djavax.net.ssl.trustStorePassword=" + Certificates.PASSWORD);
  }

  /** An answer of {@link MockAnswers}. */
  public String url(String what) {
    return url(HOST, what);
  }

  /** The same of a host by another name. */
  public String url(String host, String what) {
    return url("http", host, plain.getPort(), what);
  }

  /** The same on TLS with HTTP/2. */
  public String tls(String what) {
    return url("https", HOST, tls.getPort(), what);
  }

  /** The same with HTTP/1.1 only. */
  public String tls1(String what) {
    return url("https", HOST, tls1.getPort(), what);
  }

  /** TLS with a certificate that is for another name. */
  public String otherName(String what) {
    return url("https", API, tls1.getPort(), what);
  }

  /** TLS with a certificate that nobody trusts. */
  public String untrusted(String what) {
    return url("https", HOST, untrusted.getPort(), what);
  }

  /** What {@link FaultServer} does. */
  public String fault(String what) {
    return url("http", HOST, faults.port(), what);
  }

  /** A server that answers TLS in plain text. */
  public String noTls() {
    return url("https", HOST, faults.port(), "answer");
  }

  /** A port that refuses connections. */
  public String refused() {
    return url("http", HOST, notListening.getLocalPort(), "answer");
  }

  /** A port that doesn't answer to connections. */
  public String full() {
    return url("http", HOST, full.getLocalPort(), "answer");
  }

  /** A host that does not exist. */
  public String unknown() {
    return url("http", UNKNOWN, plain.getPort(), "answer");
  }

  private String url(String scheme, String host, int port, String what) {
    return scheme + "://" + host + ":" + port + "/" + arrivals.next() + "/" + what;
  }

  private MockWebServer start(@Nullable SSLSocketFactory tlsSockets, Protocol... protocols)
      throws IOException {
    MockWebServer server = new MockWebServer();
    server.setProtocols(List.of(protocols));
    server.setDispatcher(new MockAnswers(arrivals));
    if (tlsSockets != null) {
      server.useHttps(tlsSockets);
    }
    server.start(InetAddress.getLoopbackAddress(), 0);
    return server;
  }

  /** Connections that nobody accepts, more than may wait for it. */
  private void fill() throws IOException {
    for (int i = 0; i < 8; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.connect(full.getLocalSocketAddress());
      waiting.add(channel);
    }
  }
}
