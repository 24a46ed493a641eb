package io.sidelight.instrumentation.okhttp;

import io.sidelight.dependency.http.HttpCall;
import io.sidelight.exchange.ByIdentity;
import io.sidelight.exchange.GuardedCall;
import io.sidelight.request.RequestScope;
import java.io.InterruptedIOException;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call of OkHttp from its start to its end.
 *
 * <p>While the interceptors run, only what they return or throw in the end decides how the call has
 * gone: OkHttp takes a call for ended, not failed, when an interceptor throws something that is no
 * {@code IOException}. After that it is the body that ends or fails.
 *
 * <p>Thread-safe: a body may be read on other threads than the one that made the call.
 */
final class TrackedCall extends ByIdentity.Key<Call> {

  /** The calls under way. OkHttp has no place on a call that the application does not see. */
  static final ByIdentity<Call, TrackedCall> OPEN = new ByIdentity<>();

  private static final String CLIENT = "okhttp";

  private static final int SWITCHING_PROTOCOLS = 101;

  private final @Nullable RequestScope scope;
  private final HttpCall outbound;

  /**
   * False where an interceptor repeats the call that it is in: then its attempts are that one's.
   */
  private final boolean own;

  /** Used by the thread that the interceptors run on. */
  private @Nullable Object outer;

  private int status;
  private boolean redirecting;

  private boolean started;
  private boolean inChain;
  private boolean done;
  private @Nullable Throwable doneWith;

  private TrackedCall(Call call, @Nullable RequestScope scope, HttpCall outbound, boolean own) {
    super(OPEN, call);
    this.scope = scope;
    this.outbound = outbound;
    this.own = own;
  }

  /** The application makes a call, on this thread. */
  static void begin(Call call) {
    RequestScope scope = RequestScope.current();
    HttpCall outbound = HttpCall.begin(CLIENT, new OutgoingRequest(call.request()), scope);
    boolean own = outbound != null;
    if (outbound == null) {
      outbound = HttpCall.enclosing();
    }
    if (outbound != null) {
      TrackedCall tracked = new TrackedCall(call, scope, outbound, own);
      OPEN.put(tracked, tracked);
    }
  }

  @Nullable RequestScope scope() {
    return scope;
  }

  /** The interceptors begin, on this thread. */
  void enterChain() {
    synchronized (this) {
      started = true;
      inChain = true;
    }
    outer = outbound.enter();
  }

  /** The interceptors have answered with the response, or have failed. */
  void leaveChain(@Nullable Response response, @Nullable Throwable thrown) {
    HttpCall.leave(outer);
    outer = null;
    boolean over;
    Throwable failure;
    synchronized (this) {
      inChain = false;
      over = done;
      failure = doneWith;
    }
    if (thrown != null) {
      end(thrown);
    } else if (response != null) {
      int code = response.code();
      if (own && status == 0) {
        outbound.answered(code); // by a cache or an interceptor, and by no server
      }
      if (over || code == SWITCHING_PROTOCOLS) {
        end(failure);
      }
    }
  }

  /**
   * A request is about to be sent, on this thread.
   *
   * @return what to leave afterwards, null when the thread is inside the call anyway
   */
  OkHttpExchangeAdvice.SendAdvice.@Nullable Attempt enterAttempt() {
    if (redirecting) {
      redirecting = false;
      outbound.redirected();
    }
    return HttpCall.enclosing() == outbound
        ? null
        : new OkHttpExchangeAdvice.SendAdvice.Attempt(outbound.enter());
  }

  /** The headers of a response are in. */
  void answered(Response response) {
    status = response.code();
    redirecting = isRedirect(status) && response.header("Location") != null;
    if (own) {
      outbound.answered(status);
    }
  }

  private static boolean isRedirect(int code) {
    return (code >= 300 && code <= 303) || code == 307 || code == 308;
  }

  /**
   * OkHttp takes the call for over.
   *
   * @param cause why it has failed, null when it has not
   * @param seen what the application sees of that
   */
  void done(@Nullable Throwable cause, @Nullable Throwable seen) {
    Throwable failure = cause == null ? null : seen == null ? cause : seen;
    synchronized (this) {
      if (inChain) {
        done = true;
        doneWith = failure;
        return;
      }
    }
    // One that was cut off by its timeout in the end was whole for the application nevertheless.
    if (cause == null && seen != null) {
      OPEN.remove(this);
      if (own) {
        outbound.ended();
      }
    } else {
      end(failure);
    }
  }

  /** The call could not be handed over to a thread. */
  void notStarted(Throwable thrown) {
    synchronized (this) {
      if (started) {
        return;
      }
    }
    end(thrown);
  }

  private void end(@Nullable Throwable thrown) {
    OPEN.remove(this);
    if (!own) {
      return;
    }
    Call call = get();
    if (call != null && call.isCanceled() && !isTimeout(thrown)) {
      outbound.cancelled(); // what is thrown then depends on where the call was
    } else if (thrown == null) {
      outbound.ended();
    } else {
      outbound.failed(reason(thrown));
    }
  }

  /** OkHttp cancels a call whose time is up, and says so with this. */
  private static boolean isTimeout(@Nullable Throwable thrown) {
    return thrown instanceof InterruptedIOException
        && "timeout".equals(GuardedCall.message(thrown));
  }

  /** An executor that takes no more work is told as an interruption, which it is not. */
  private static Throwable reason(Throwable thrown) {
    return thrown instanceof InterruptedIOException
            && "executor rejected".equals(GuardedCall.message(thrown))
        ? new RejectedExecutionException()
        : thrown;
  }
}
