package io.sidelight.overhead.subject;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes three calls, one after the other, with the JDK's client, OkHttp and Apache HttpClient 5,
 * logs one line and answers how many bytes came back.
 *
 * <p>The clients are made when the first request comes, so that they take no part in the start-up
 * that is measured.
 */
final class CallsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(CallsServlet.class);
  private static final int EXPECTED_STATUS = 200;

  private final String backend;
  private final int threads;
  private transient HttpClient jdk;
  private transient OkHttpClient okhttp;
  private transient CloseableHttpClient apache;

  /**
   * @param backend what to call, with a slash at the end
   * @param threads of the server: each can hold a connection of each client
   */
  @SuppressWarnings("NullAway.Init") // by init()
  CallsServlet(String backend, int threads) {
    this.backend = backend;
    this.threads = threads;
  }

  @Override
  public void init() {
    jdk =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // Threads that end would take what they have allocated out of the sum.
            .executor(Executors.newFixedThreadPool(threads, CallsServlet::daemon))
            .build();
    okhttp =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(threads, 5, TimeUnit.MINUTES))
            .build();
    apache =
        HttpClientBuilder.create()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(threads)
                    .setMaxConnPerRoute(threads)
                    .build())
            .build();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    int bytes = callJdk() + callOkHttp() + callApache();
    log.info("three calls for {}", request.getRemoteAddr());
    byte[] body = ("{\"bytes\":" + bytes + "}").getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private int callJdk() throws ServletException, IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(backend + "jdk")).build();
    try {
      var response = jdk.send(request, BodyHandlers.ofByteArray());
      return checked(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServletException(e);
    }
  }

  private int callOkHttp() throws IOException {
    Request request = new Request.Builder().url(backend + "okhttp").build();
    try (Response response = okhttp.newCall(request).execute()) {
      return checked(response.code(), response.body().bytes());
    }
  }

  private int callApache() throws IOException {
    return apache.execute(
        new HttpGet(backend + "apache"),
        response -> checked(response.getCode(), EntityUtils.toByteArray(response.getEntity())));
  }

  private static int checked(int status, byte[] body) throws IOException {
    if (status != EXPECTED_STATUS) {
      throw new IOException("the backend answered " + status);
    }
    return body.length;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "calls");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void destroy() {
    try {
      apache.close();
    } catch (IOException e) {
      log.warn("Apache's client did not close", e);
    }
  }
}
