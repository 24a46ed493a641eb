package io.sidelight.instrumentation.tomcat;

import io.sidelight.exchange.Headers;
import io.sidelight.exchange.ServerExchange;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.apache.catalina.Session;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.catalina.session.StandardSession;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.HeadersTooLargeException;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response as Coyote, the protocol half of Tomcat, sees them. Kept as a note on
 * the Coyote request from the first advice that meets it until that object serves the next request.
 */
final class TomcatExchange implements ServerExchange {

  /** Tomcat itself uses notes 1 and 2 of 32. */
  private static final int NOTE = 27;

  private static final int NOT_SENT = -1;
  private static final int ERROR = 400;
  private static final String CONTENT_ENCODING = "Content-Encoding";

  /** Saves a string for nearly every request. */
  private static final String[] COMMON_METHODS = {"GET", "POST", "PUT", "HEAD", "DELETE"};

  private final Request request;
  private final Response response;

  /** Begun by {@link #begin}, before anybody else sees the exchange. */
  @SuppressWarnings("NullAway.Init")
  private RequestScope scope;

  /** The session that the request has asked for itself, null when it has not. */
  private @Nullable Session session;

  private RequestFailure failure = RequestFailure.NONE;

  private int sentStatus = NOT_SENT;

  /** Whether the protocol had decided on an error before the request got to the adapter. */
  private final boolean refused;

  /** Whether the headers could not be written, so that Tomcat answers with others. */
  private boolean headersFailed;

  /** Whether the application, and not Tomcat, has compressed the response. */
  private boolean encodedByApplication;

  private TomcatExchange(Request request, Response response) {
    this.request = request;
    this.response = response;
    this.refused = response.getStatus() >= ERROR;
  }

  /** Begins a request; one that is still open on the same object is completed first. */
  static TomcatExchange begin(Request request, Response response) {
    TomcatExchange open = of(request);
    if (open != null) {
      open.complete();
    }
    TomcatExchange exchange = new TomcatExchange(request, response);
    exchange.scope = RequestLifecycle.get().begin(exchange);
    request.setNote(NOTE, exchange);
    return exchange;
  }

  static @Nullable TomcatExchange of(Request request) {
    return (TomcatExchange) request.getNote(NOTE);
  }

  static void forget(Request request) {
    request.setNote(NOTE, null);
  }

  RequestScope scope() {
    return scope;
  }

  /** The container has authenticated somebody. */
  void authenticated() {
    RequestLifecycle.get().identify(scope);
  }

  /** The request has got hold of its session; only from now on may the agent look into it. */
  void using(Session session) {
    if (this.session != session && !scope.isFinished()) {
      this.session = session;
      RequestLifecycle.get().identify(scope);
    }
  }

  /** Headers and status are about to be sent. */
  void committing() {
    sentStatus = response.getStatus();
    encodedByApplication = response.getMimeHeaders().getValue(CONTENT_ENCODING) != null;
    RequestLifecycle.get().committing(scope, this);
  }

  /** Headers and status could not be sent; only when they are too large, others will be. */
  void notCommitted(Throwable thrown) {
    sentStatus = NOT_SENT;
    headersFailed = thrown instanceof HeadersTooLargeException;
  }

  /**
   * The connector is done with the request. One whose headers could not be sent goes on without it:
   * the protocol answers 500, or closes the connection, and lets go of the request then.
   */
  void complete(org.apache.catalina.connector.Request connectorRequest) {
    if (scope.isFinished()) {
      return;
    }
    failure = RequestFailure.of(connectorRequest, status(), refused);
    if (headersFailed && !response.isCommitted()) {
      RequestLifecycle.get().identify(scope);
      return;
    }
    complete();
  }

  /**
   * The thread leaves the connector. Tomcat recycles its request in there unless it goes on
   * asynchronously.
   */
  void left() {
    if (!headersFailed && !scope.isFinished()) {
      scope.markAsync();
    }
  }

  /** The protocol is done with the request, which may have been completed by the connector. */
  void complete() {
    RequestLifecycle.get().complete(scope);
    session = null;
  }

  /**
   * The connector's side of the request, which the adapter makes for the first request of a Coyote
   * request and keeps; emptied while it serves none.
   */
  private org.apache.catalina.connector.@Nullable Request connectorRequest() {
    return (org.apache.catalina.connector.Request) request.getNote(CoyoteAdapter.ADAPTER_NOTES);
  }

  @Override
  public @Nullable String method() {
    MessageBytes method = request.method();
    for (String common : COMMON_METHODS) {
      if (method.equals(common)) {
        return common;
      }
    }
    return MessageText.nonEmpty(method);
  }

  @Override
  public @Nullable String path() {
    return MessageText.nonEmpty(request.requestURI());
  }

  @Override
  public @Nullable String query() {
    return MessageText.of(request.queryString());
  }

  @Override
  public @Nullable String header(String name) {
    return MessageText.of(request.getMimeHeaders().getValue(name));
  }

  @Override
  public int headerCount(String name) {
    return count(request.getMimeHeaders(), name);
  }

  @Override
  public Headers headers() {
    MimeHeaders headers = request.getMimeHeaders();
    return consumer -> {
      for (int i = 0; i < headers.size(); i++) {
        String name = MessageText.of(headers.getName(i));
        String value = MessageText.of(headers.getValue(i));
        if (name != null && value != null) {
          consumer.accept(name, value);
        }
      }
    };
  }

  /**
   * As the socket has it: valves such as {@code RemoteIpValve} change the connector's request only.
   * Over AJP the address is what the proxy says, which comes as bytes, and from a Unix domain
   * socket {@code 127.0.0.1} without a port.
   */
  @Override
  public @Nullable String peer() {
    request.action(ActionCode.REQ_HOST_ADDR_ATTRIBUTE, request);
    request.action(ActionCode.REQ_REMOTEPORT_ATTRIBUTE, request);
    MessageBytes address = request.remoteAddr();
    boolean ofSocket = address.getType() == MessageBytes.T_STR && request.getRemotePort() > 0;
    return ofSocket ? address.toString() : null;
  }

  @Override
  public @Nullable String contentType() {
    return header("content-type");
  }

  @Override
  public void setHeader(String name, String value) {
    if (response.isCommitted()) {
      return;
    }
    // As bytes, since Tomcat would turn a string into characters and those into bytes.
    byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
    response.getMimeHeaders().setValue(name).setBytes(bytes, 0, bytes.length);
  }

  @Override
  public @Nullable String responseHeader(String name) {
    MimeHeaders headers = response.getMimeHeaders();
    String last = null;
    for (int i = 0; i < headers.size(); i++) {
      MessageBytes candidate = headers.getName(i);
      if (candidate.equalsIgnoreCase(name)) {
        last = MessageText.of(headers.getValue(i));
      }
    }
    return last;
  }

  @Override
  public int responseHeaderCount(String name) {
    return count(response.getMimeHeaders(), name);
  }

  private static int count(MimeHeaders headers, String name) {
    int count = 0;
    for (int i = 0; i < headers.size(); i++) {
      if (headers.getName(i).equalsIgnoreCase(name)) {
        count++;
      }
    }
    return count;
  }

  @Override
  public int status() {
    return sentStatus == NOT_SENT ? response.getStatus() : sentStatus;
  }

  @Override
  public @Nullable String responseContentType() {
    return response.getContentType();
  }

  /**
   * As {@code %B} of the access log, where a file that is sent by the kernel counts whole, but
   * without the bytes that frame the chunks. What Tomcat itself has compressed is only counted
   * together with those.
   */
  @Override
  public long bytesOut() {
    long written = response.getBytesWritten(false);
    if (written > 0 && isChunked() && !isCompressedByTomcat()) {
      return Math.min(written, response.getContentWritten());
    }
    org.apache.catalina.connector.Request connectorRequest = connectorRequest();
    if (written <= 0 && connectorRequest != null) {
      Object start = connectorRequest.getAttribute("org.apache.tomcat.sendfile.start");
      Object end = connectorRequest.getAttribute("org.apache.tomcat.sendfile.end");
      if (start instanceof Long && end instanceof Long) {
        return (Long) end - (Long) start;
      }
    }
    return Math.max(0, written);
  }

  private boolean isChunked() {
    MessageBytes coding = response.getMimeHeaders().getValue("Transfer-Encoding");
    return coding != null && coding.equalsIgnoreCase("chunked");
  }

  private boolean isCompressedByTomcat() {
    return !encodedByApplication && response.getMimeHeaders().getValue(CONTENT_ENCODING) != null;
  }

  @Override
  public long bytesIn() {
    return request.getBytesRead();
  }

  @Override
  public long startNanos() {
    return TomcatVersion.startNanos(request);
  }

  @Override
  public boolean aborted() {
    return failure.disconnected() || isUnsent() || TomcatVersion.aborted(request, response);
  }

  /** What the protocol has refused may be completed before it is answered. */
  private boolean isUnsent() {
    return sentStatus == NOT_SENT && !refused && !response.isCommitted();
  }

  @Override
  public boolean refused() {
    return refused;
  }

  @Override
  public @Nullable Throwable thrown() {
    return failure.thrown();
  }

  @Override
  public @Nullable String principal() {
    org.apache.catalina.connector.Request connectorRequest = connectorRequest();
    Principal principal = connectorRequest == null ? null : connectorRequest.getPrincipal();
    return principal == null ? null : principal.getName();
  }

  @Override
  public @Nullable Object attribute(String name) {
    org.apache.catalina.connector.Request connectorRequest = connectorRequest();
    return connectorRequest == null ? null : connectorRequest.getAttribute(name);
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    Session current = session;
    if (!(current instanceof StandardSession)) {
      return null;
    }
    try {
      return ((StandardSession) current).getAttribute(name);
    } catch (IllegalStateException e) {
      return null; // invalidated, perhaps by another request just now
    }
  }
}
