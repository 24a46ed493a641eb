package io.sidelight.tests.client;

import io.sidelight.tests.harness.ReceivedRequest;
import io.sidelight.tests.harness.ReceivedRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** Well-formed answers, by the second segment of the path. */
public final class MockAnswers extends Dispatcher {

  static final int BIG_BYTES = 300_000;
  static final int SLOW_MS = 400;

  /** Of all answers that are kept, so that a service and its twin see the same. */
  @SuppressWarnings("TimeInStaticInitializer") // that is the point
  private static final String STARTED =
      DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));

  private final ReceivedRequests arrivals;

  public MockAnswers(ReceivedRequests arrivals) {
    this.arrivals = arrivals;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    int count = arrivals.add(arrival(request));
    if (request.getMethod().equals("HEAD")) {
      return new MockResponse.Builder().build(); // with a body it would spoil the connection
    }
    String[] segment = request.getUrl().encodedPath().split("/");
    MockResponse.Builder response = new MockResponse.Builder();
    switch (segment.length > 2 ? segment[2] : "") {
      case "status":
        return status(response, Integer.parseInt(segment[3]));
      case "empty":
        return response.code(204).build();
      case "big":
        return response.body("b".repeat(BIG_BYTES)).build();
      case "chunked":
        return response.chunkedBody("c".repeat(BIG_BYTES), 4096).build();
      case "gzip":
        return response.addHeader("Content-Encoding", "gzip").body(gzip("zipped text")).build();
      case "slow-headers":
        return response.headersDelay(SLOW_MS, TimeUnit.MILLISECONDS).body("late").build();
      case "slow-body":
        return response.bodyDelay(SLOW_MS, TimeUnit.MILLISECONDS).body("late").build();
      case "redirect":
        return response
            .code(302)
            .addHeader("Location", request.getUrl().queryParameter("to"))
            .body("elsewhere")
            .build();
      case "loop":
        return response.code(302).addHeader("Location", request.getTarget()).build();
      case "challenge":
        return response
            .code(401)
            .addHeader("WWW-Authenticate", "Basic realm=\"contract\"")
            .body("who are you")
            .build();
      case "unavailable-once":
        return count > 1
            ? response.body("here again").build()
            : response.code(503).addHeader("Retry-After", "0").body("later").build();
      case "cached":
        return cached(request, response, "max-age=86400");
      case "validated":
        return cached(request, response, "public, max-age=0");
      default:
        return response.addHeader("Content-Type", "text/plain").body("answer").build();
    }
  }

  private static MockResponse status(MockResponse.Builder response, int status) {
    response.code(status);
    return (status == 204 || status == 304 ? response : response.body("status")).build();
  }

  /** An answer for a cache to keep, which may not be kept for one request ID alone. */
  private static MockResponse cached(
      RecordedRequest request, MockResponse.Builder response, String control) {
    response.addHeader("Cache-Control", control);
    response.addHeader("Date", STARTED);
    response.addHeader("ETag", "\"tag\"");
    response.addHeader("Vary", "X-Request-ID");
    return request.getHeaders().get("If-None-Match") == null
        ? response.body("kept").build()
        : response.code(304).build();
  }

  private static ReceivedRequest arrival(RecordedRequest request) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    request
        .getHeaders()
        .forEach(
            header -> headers.add(ReceivedRequest.header(header.getFirst(), header.getSecond())));
    byte[] body = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
    return new ReceivedRequest(request.getMethod(), request.getTarget(), headers, body);
  }

  private static Buffer gzip(String text) {
    Buffer zipped = new Buffer();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped.outputStream())) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped;
  }
}
