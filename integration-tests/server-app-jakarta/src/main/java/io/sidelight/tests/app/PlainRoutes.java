package io.sidelight.tests.app;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Routes that answer on the request thread. */
final class PlainRoutes {

  private static final int CHUNK = 8192;

  private PlainRoutes() {}

  static void addTo(Routes routes) {
    routes.add("/hello", (request, response) -> text(response, "hello"));
    routes.add("/quiet", (request, response) -> text(response, "quiet"));
    routes.add("/echo", PlainRoutes::echo);
    routes.add("/count", PlainRoutes::count);
    routes.add("/unread", (request, response) -> text(response, "body left unread"));
    routes.add("/download", PlainRoutes::download);
    routes.add("/slow", PlainRoutes::slow);
    routes.add("/cookie", PlainRoutes::cookie);
    routes.add("/session", PlainRoutes::session);
    routes.add("/empty", (request, response) -> response.setStatus(204));
    routes.add("/redirect", (request, response) -> response.sendRedirect("hello"));
    routes.add("/own-id/set", (request, response) -> ownId(response, false));
    routes.add("/own-id/add", (request, response) -> ownId(response, true));
    routes.add("/request-id", (request, response) -> text(response, sentId(request)));
    routes.add("/remote-address", (request, response) -> text(response, request.getRemoteAddr()));
    routes.add("/exit", (request, response) -> System.exit(0));
    routes.add("/filter/answers", (request, response) -> text(response, "never reached"));
  }

  static void text(HttpServletResponse response, String text) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(text);
  }

  private static void echo(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(request.getContentType());
    InputStream in = request.getInputStream();
    OutputStream out = response.getOutputStream();
    byte[] buffer = new byte[CHUNK];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
  }

  private static void count(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    InputStream in = request.getInputStream();
    byte[] buffer = new byte[CHUNK];
    long total = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      total += n;
    }
    text(response, Long.toString(total));
  }

  /** {@code bytes} of body; with {@code length=true} not chunked. */
  private static void download(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int left = Integer.parseInt(request.getParameter("bytes"));
    response.setContentType("application/octet-stream");
    if (Boolean.parseBoolean(request.getParameter("length"))) {
      response.setContentLength(left);
    }
    byte[] chunk = new byte[CHUNK];
    Arrays.fill(chunk, (byte) 'x');
    OutputStream out = response.getOutputStream();
    while (left > 0) {
      int n = Math.min(left, CHUNK);
      out.write(chunk, 0, n);
      out.flush();
      left -= n;
    }
  }

  private static void slow(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Thread.sleep(Long.parseLong(request.getParameter("ms")));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    text(response, "slow");
  }

  private static void cookie(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.addCookie(new Cookie("sid", request.getParameter("value")));
    text(response, "cookie");
  }

  private static void session(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    text(response, Boolean.toString(request.getSession(false) != null));
  }

  private static void ownId(HttpServletResponse response, boolean add) throws IOException {
    if (add) {
      response.addHeader("X-Request-ID", "of-the-application");
    } else {
      response.setHeader("X-Request-ID", "of-the-application");
    }
    text(response, "own id");
  }

  private static String sentId(HttpServletRequest request) {
    String id = request.getHeader("X-Request-ID");
    return id == null ? "none" : id;
  }
}
