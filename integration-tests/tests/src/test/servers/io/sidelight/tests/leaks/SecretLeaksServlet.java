package io.sidelight.tests.leaks;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes secrets in by every door and handles them as carelessly as applications do. What it does
 * says header {@code X-Do}; the secrets that it does it with stand in {@code X-Plan}, in base64 and
 * separated by commas.
 */
public final class SecretLeaksServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger("com.acme.doors");

  private transient volatile int port;

  void listensOn(int port) {
    this.port = port;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String planted = request.getHeader("X-Plan");
    String[] secrets = planted == null ? new String[0] : decoded(planted).split(",");
    String what = request.getHeader("X-Do");
    switch (what == null ? "" : what) {
      case "respond":
        response.addHeader("Set-Cookie", "sid=" + secrets[0] + "; Path=/; HttpOnly");
        response.addHeader("X-Auth-Token", secrets[1]);
        response.addHeader("Location", "/next?access_token=" + secrets[2]);
        response.setContentType("text/plain;token=" + secrets[3]);
        response.setStatus(302);
        break;
      case "body":
        request.getParameterMap();
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
          request.getParts();
        }
        request.getInputStream().readAllBytes();
        break;
      case "fail":
        throw failure(secrets);
      case "error":
        response.sendError(500, "canary-error password=" + secrets[0]);
        return;
      case "log":
        log(secrets);
        break;
      case "call":
        call(secrets);
        break;
      case "thread":
        onThreads(secrets);
        break;
      case "step":
        try {
          Steps.charge(secrets[0]);
        } catch (IllegalStateException e) {
          LOG.warn("charge failed", e);
        }
        break;
      default:
    }
    response.getWriter().print("done");
  }

  private static String decoded(String planted) {
    return new String(Base64.getDecoder().decode(planted));
  }

  private static RuntimeException failure(String[] secrets) {
    Exception root = new IllegalArgumentException("canary-root rejected, token: " + secrets[0]);
    root.addSuppressed(new IOException("GET https://bob:" + secrets[1] + "@host.example/ failed"));
    Exception middle =
        new IllegalStateException("response {\"user\":\"bob\",\"password\":\"" + secrets[2], root);
    middle.addSuppressed(new IOException("sent Authorization: Bearer " + secrets[3]));
    return new IllegalStateException(
        "canary-exception\nSet-Cookie: SESSION="
            + secrets[4]
            + "\njdbc:x://h/d?password="
            + secrets[5],
        middle);
  }

  private static void log(String[] secrets) {
    MDC.put("password", secrets[0]);
    MDC.put("note", "token=" + secrets[1]);
    LOG.info("logged in with password={}", secrets[2]);
    LOG.atWarn().addKeyValue("apiKey", secrets[3]).log("refused");
    LOG.error("failed", new IllegalStateException("client_secret=" + secrets[4]));
    java.util.logging.Logger.getLogger("com.acme.jul").warning("password=" + secrets[5]);
    MDC.clear();
  }

  /** To itself, so that what is called is a request of its own. */
  private void call(String[] secrets) throws IOException {
    String base = "localhost:" + port;
    URL url =
        new URL(
            "http://bob:"
                + secrets[0]
                + "@"
                + base
                + "/canary-call/reset-password/"
                + secrets[1]
                + ";jsessionid="
                + secrets[2]
                + "?api_key="
                + secrets[3]
                + "#token="
                + secrets[4]);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + secrets[5]);
    try (InputStream in = connection.getInputStream()) {
      in.readAllBytes();
    }
    try {
      HttpClient client = HttpClient.newHttpClient();
      URI again =
          URI.create(
              "http://"
                  + base
                  + "/canary-again/"
                  + secrets[6]
                  + "/x;token="
                  + secrets[7]
                  + "?sig="
                  + secrets[8]);
      client.send(
          HttpRequest.newBuilder(again).header("Cookie", "sid=" + secrets[9]).build(),
          HttpResponse.BodyHandlers.discarding());
      client.send(
          HttpRequest.newBuilder(
                  URI.create(
                      "http://localhost:1/canary-refused/token/"
                          + secrets[10]
                          + "?pwd="
                          + secrets[11]))
              .build(),
          HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      LOG.warn("refused", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Threads that an application has named after what they work on, in and out of the request. */
  private void onThreads(String[] secrets) throws IOException {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      pool.submit(
              () -> {
                Thread.currentThread().setName("canary-worker password=" + secrets[0]);
                call("/canary-pooled?token=" + secrets[1]);
                return null;
              })
          .get();
      Thread job =
          new Thread(
              () -> call("/canary-job/token/" + secrets[3] + "?token=" + secrets[2]),
              "canary-job " + secrets[4]);
      job.start();
      job.join();
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException(e);
    } finally {
      pool.shutdown();
    }
  }

  private void call(String target) {
    try (InputStream in = new URL("http://localhost:" + port + target).openStream()) {
      in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Timed by option {@code steps}. */
  static final class Steps {

    private Steps() {}

    static void charge(String secret) {
      throw new IllegalStateException("card refused, password=" + secret);
    }
  }
}
