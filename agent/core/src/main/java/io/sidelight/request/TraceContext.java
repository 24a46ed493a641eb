package io.sidelight.request;

import io.sidelight.exchange.ServerExchange;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a caller says the request belongs to. Read only: the headers are neither changed
 * nor passed on by the agent. IDs stand as the vendor writes them, so that they can be searched for
 * in the vendor's own tool. What isn't well-formed is ignored.
 */
final class TraceContext {

  private static final TraceContext NONE = new TraceContext(null, null);

  private final @Nullable String traceId;
  private final @Nullable String spanId;

  private TraceContext(@Nullable String traceId, @Nullable String spanId) {
    this.traceId = traceId;
    this.spanId = spanId;
  }

  @Nullable String traceId() {
    return traceId;
  }

  @Nullable String spanId() {
    return spanId;
  }

  /** The first of W3C, B3 single, B3 multi, AWS X-Ray and Google Cloud that is well-formed. */
  static TraceContext of(ServerExchange exchange) {
    TraceContext found = null;
    String value = exchange.header("traceparent");
    if (value != null) {
      found = w3c(value);
    }
    if (found == null && (value = exchange.header("b3")) != null) {
      found = b3(value);
    }
    if (found == null && (value = exchange.header("X-B3-TraceId")) != null) {
      found = b3(value, exchange.header("X-B3-SpanId"));
    }
    if (found == null && (value = exchange.header("X-Amzn-Trace-Id")) != null) {
      found = xray(value);
    }
    if (found == null && (value = exchange.header("X-Cloud-Trace-Context")) != null) {
      found = cloud(value);
    }
    return found == null ? NONE : found;
  }

  /** {@code 00-<32 hex>-<16 hex>-<2 hex>}; a later version may go on after that (W3C, 3.2). */
  static @Nullable TraceContext w3c(String value) {
    if (value.length() < 55
        || value.charAt(2) != '-'
        || value.charAt(35) != '-'
        || value.charAt(52) != '-'
        || !isHex(value, 0, 2)
        || value.startsWith("ff")
        || (value.length() > 55 && (value.startsWith("00") || value.charAt(55) != '-'))
        || !isId(value, 3, 35)
        || !isId(value, 36, 52)
        || !isHex(value, 53, 55)) {
      return null;
    }
    return new TraceContext(value.substring(3, 35), value.substring(36, 52));
  }

  /** {@code <16 or 32 hex>-<16 hex>[-…]}; a lone sampling decision has no IDs. */
  static @Nullable TraceContext b3(String value) {
    int dash = value.indexOf('-');
    if (dash < 0) {
      return null;
    }
    int end = value.indexOf('-', dash + 1);
    return b3(value.substring(0, dash), value.substring(dash + 1, end < 0 ? value.length() : end));
  }

  static @Nullable TraceContext b3(String traceId, @Nullable String spanId) {
    int length = traceId.length();
    if ((length != 16 && length != 32) || !isId(traceId, 0, length)) {
      return null;
    }
    boolean span = spanId != null && spanId.length() == 16 && isId(spanId, 0, 16);
    return new TraceContext(traceId, span ? spanId : null);
  }

  /** {@code Root=1-<8 hex>-<24 hex>;Parent=<16 hex>;Sampled=1}, fields in any order. */
  static @Nullable TraceContext xray(String value) {
    String root = field(value, "Root=");
    if (root == null
        || root.length() != 35
        || !root.startsWith("1-")
        || root.charAt(10) != '-'
        || !isHex(root, 2, 10)
        || !isId(root, 11, 35)) {
      return null;
    }
    String parent = field(value, "Parent=");
    boolean span = parent != null && parent.length() == 16 && isId(parent, 0, 16);
    return new TraceContext(root, span ? parent : null);
  }

  /** {@code <32 hex>/<decimal span>;o=1}, span and options optional. */
  static @Nullable TraceContext cloud(String value) {
    if (value.length() < 32 || !isId(value, 0, 32)) {
      return null;
    }
    if (value.length() == 32) {
      return new TraceContext(value, null);
    }
    if (value.charAt(32) == ';') {
      return new TraceContext(value.substring(0, 32), null);
    }
    int end = value.indexOf(';');
    String span = value.substring(33, end < 0 ? value.length() : end);
    if (value.charAt(32) != '/' || span.isEmpty() || span.length() > 20) {
      return null;
    }
    for (int i = 0; i < span.length(); i++) {
      if (span.charAt(i) < '0' || span.charAt(i) > '9') {
        return null;
      }
    }
    return new TraceContext(value.substring(0, 32), span);
  }

  private static @Nullable String field(String value, String name) {
    for (int from = 0; from < value.length(); ) {
      int end = value.indexOf(';', from);
      end = end < 0 ? value.length() : end;
      while (from < end && value.charAt(from) == ' ') {
        from++;
      }
      if (value.startsWith(name, from)) {
        return value.substring(Math.min(from + name.length(), end), end);
      }
      from = end + 1;
    }
    return null;
  }

  /** Lower-case hex, not all zero. */
  private static boolean isId(String value, int from, int to) {
    if (!isHex(value, from, to)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (value.charAt(i) != '0') {
        return true;
      }
    }
    return false;
  }

  private static boolean isHex(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }
}
