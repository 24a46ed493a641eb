package io.sidelight.tests.harness;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that a service is asked to make, in the parameters that {@code
 * io.sidelight.tests.clients.Call} and {@code CallServlet} document.
 */
public final class CallSpec {

  /** How the client is used. */
  public enum Mode {
    SYNC,
    ASYNC
  }

  private final String url;
  private final List<String> parameters = new ArrayList<>();
  private String how = "/call";
  private int times = 1;
  private @Nullable String debug;

  private CallSpec(String url) {
    this.url = url;
    with("url", url);
  }

  public static CallSpec get(String url) {
    return new CallSpec(url);
  }

  public CallSpec method(String method) {
    return with("method", method);
  }

  public CallSpec header(String name, String value) {
    return with("header", name + ": " + value);
  }

  public CallSpec body(String body) {
    return with("body", body);
  }

  public CallSpec follow() {
    return with("follow", "true");
  }

  public CallSpec connectTimeout(int ms) {
    return with("connect", Integer.toString(ms));
  }

  public CallSpec timeout(int ms) {
    return with("timeout", Integer.toString(ms));
  }

  public CallSpec read(String how) {
    return with("read", how);
  }

  public CallSpec via(String way) {
    return with("via", way);
  }

  /** By a client of its own, which has no connection yet that may turn out to be gone. */
  public CallSpec fresh() {
    return via("fresh " + number());
  }

  public CallSpec mode(Mode mode) {
    return mode == Mode.ASYNC ? with("async", "true") : this;
  }

  public CallSpec times(int count) {
    times = count;
    return with("times", Integer.toString(count));
  }

  /** Another path of the servlet than {@code /call}. */
  public CallSpec how(String path) {
    how = path;
    return this;
  }

  /** The request that it is made for asks for DEBUG. */
  public CallSpec debug(String header) {
    debug = header;
    return this;
  }

  /** Null unless the request asks for DEBUG. */
  public @Nullable String debug() {
    return debug;
  }

  /** Nobody waits for it. */
  public boolean isLeft() {
    return how.equals("/leave");
  }

  /** It is made for no request. */
  public boolean isOutside() {
    return how.equals("/outside");
  }

  public int times() {
    return times;
  }

  /** The number of {@link ReceivedRequests}. */
  public int number() {
    int path = url.indexOf('/', url.indexOf("://") + 3);
    return path < 0 ? 0 : ReceivedRequests.number(url.substring(path));
  }

  /** Path and query of the request that asks for it. */
  public String target(String name) {
    return how + "?name=" + name + String.join("", parameters);
  }

  private CallSpec with(String name, String value) {
    parameters.add("&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    return this;
  }

  @Override
  public String toString() {
    return how + parameters;
  }
}
