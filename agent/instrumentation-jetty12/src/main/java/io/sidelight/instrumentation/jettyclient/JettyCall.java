package io.sidelight.instrumentation.jettyclient;

import io.sidelight.dependency.http.HttpCall;
import io.sidelight.exchange.ByIdentity;
import io.sidelight.output.Diagnostics;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * One call of the application, which is what Jetty calls a conversation: its request, and those
 * that the client sends because of the answers. It listens to the end, as the first listener.
 *
 * <p>Thread-safe: a call begins on the application's thread and goes on on the client's.
 */
final class JettyCall extends ByIdentity.Key<HttpConversation>
    implements Response.SuccessListener, Response.FailureListener, Response.CompleteListener {

  private static final ByIdentity<HttpConversation, JettyCall> OPEN = new ByIdentity<>();

  private static final String CLIENT = "jetty";

  private final HttpCall outbound;

  /** Of the last answer, 0 before the first. */
  private volatile int status;

  private JettyCall(HttpConversation conversation, HttpCall outbound) {
    super(OPEN, conversation);
    this.outbound = outbound;
  }

  /** The call that a request belongs to, null for none. */
  static @Nullable JettyCall of(Request request) {
    return request instanceof HttpRequest
        ? OPEN.get(((HttpRequest) request).getConversation())
        : null;
  }

  /**
   * A request is sent, by the application or by the client.
   *
   * @return the call if it begins with that
   */
  static @Nullable JettyCall sent(HttpRequest request) {
    HttpConversation conversation = request.getConversation();
    JettyCall call = OPEN.get(conversation);
    if (call != null) {
      call.sentAgain();
      return null;
    }
    HttpCall outbound = HttpCall.begin(CLIENT, new OutgoingRequest(request));
    if (outbound == null) {
      return null;
    }
    JettyCall begun = new JettyCall(conversation, outbound);
    OPEN.put(begun, begun);
    request.onResponseSuccess(begun);
    request.onResponseFailure(begun);
    request.onComplete(begun);
    return begun;
  }

  private void sentAgain() {
    if (isRedirect(status)) {
      outbound.redirected();
    }
  }

  private static boolean isRedirect(int code) {
    return (code >= 301 && code <= 303) || code == 307 || code == 308;
  }

  /**
   * This thread is about to call the application back.
   *
   * @return the token that leads out of the call's scope; null for a request of no call
   */
  static @Nullable ScopeToken enterScope(Request request) {
    JettyCall call = of(request);
    return call == null ? null : RequestScope.makeCurrent(call.outbound.scope());
  }

  /** The first request could not be handed to the client. */
  void notSent(Throwable thrown) {
    OPEN.remove(this);
    outbound.failed(thrown);
  }

  /** A request goes out on a connection. */
  void attempted() {
    outbound.attempted();
  }

  /** The headers to send, null for those that the request has. */
  @Nullable HttpFields headers(Request request) {
    OutgoingRequest outgoing = new OutgoingRequest(request);
    outbound.propagate(outgoing);
    return outgoing.changed();
  }

  /** It did not, and goes out on another one. */
  void notAttempted() {
    outbound.redirected();
  }

  /** The head of an answer is here. */
  void answered(Response response) {
    int code = response.getStatus();
    if (code >= 200 || code == 101) {
      status = code;
      outbound.answered(code);
    }
  }

  /**
   * All of the answer is here, though the request may still fail. The application may know before
   * {@link #onComplete} and end its own request, which then ends the call with the time of this.
   */
  @Override
  public void onSuccess(Response response) {
    try {
      answered(response);
    } catch (Throwable failure) {
      report(failure);
    }
  }

  /** The answer breaks off; the application may know before {@link #onComplete} here as well. */
  @Override
  public void onFailure(Response response, Throwable failure) {
    try {
      end(response.getRequest(), failure);
    } catch (Throwable e) {
      report(e);
    }
  }

  @Override
  public void onComplete(Result result) {
    try {
      OPEN.remove(this);
      end(result.getRequest(), result.getFailure());
    } catch (Throwable failure) {
      report(failure);
    }
  }

  /**
   * Listeners are called by the client, not through the linker, so their failures are kept here.
   */
  private static void report(Throwable failure) {
    Diagnostics.rethrowFatal(failure);
    Diagnostics.report(
        "jetty-client",
        "a call of Jetty's client could not be followed; its line may be missing or incomplete",
        failure);
  }

  private void end(Request request, @Nullable Throwable failure) {
    if (failure == null || isClosedBody(request, failure)) {
      outbound.ended();
    } else if (isGivenUp(request, failure)) {
      outbound.cancelled();
    } else {
      outbound.failed(failure);
    }
  }

  /** What a stream fails its call with, or aborts it, when the application closes it. */
  private boolean isClosedBody(Request request, Throwable failure) {
    return status != 0
        && (failure instanceof AsynchronousCloseException
            || request.getAbortCause() instanceof AsynchronousCloseException);
  }

  /**
   * The application aborts a call with an exception of its choice; the client itself does so when
   * no connection comes about, a time is up, its queue is full, or a body too large for it.
   */
  private static boolean isGivenUp(Request request, Throwable failure) {
    return request.getAbortCause() == failure
            && !(failure instanceof IOException)
            && !(failure instanceof TimeoutException)
            && !(failure instanceof RejectedExecutionException)
            && !(failure instanceof IllegalArgumentException)
            && !(failure instanceof IllegalStateException)
        || failure instanceof CancellationException;
  }
}
