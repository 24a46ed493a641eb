package io.sidelight.request;

import io.sidelight.event.RequestInfo;
import io.sidelight.exchange.ApplicationRequest;
import io.sidelight.exchange.ServerExchange;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request while it runs. There is one for each request, which threads enter
 * and leave by {@link #makeCurrent}. A thread that is made for a request inherits it, see {@link
 * NewThreads}.
 *
 * <p>Work may outlive its request, but not without end: {@value #MINUTES_AFTER_COMPLETION} minutes
 * after the completion no thread is in the request any more, however it came into it.
 *
 * <p>Threads: created and completed by the container's threads for this request, which hand it over
 * to each other with the request; {@link #finish} may be called by several and lets one of them
 * through. The identity never changes after construction, except for the user, which becomes known
 * later.
 */
public final class RequestScope implements RequestInfo {

  private static final int MINUTES_AFTER_COMPLETION = 10;
  private static final long LONGEST_AFTER_COMPLETION =
      TimeUnit.MINUTES.toNanos(MINUTES_AFTER_COMPLETION);

  /** Counts how often scopes were abandoned. */
  private static volatile int epoch;

  private final int bornIn = epoch;

  private final String requestId;
  private final boolean ownId;
  private final @Nullable String requestIdRejected;
  private final @Nullable String method;
  private final @Nullable String path;
  private final @Nullable String traceId;
  private final @Nullable String spanId;
  private final long startNanos;

  /** Null once the request has completed: containers recycle what is behind it. */
  private @Nullable ServerExchange exchange;

  private volatile @Nullable ApplicationRequest application;
  private volatile RequestUser user = RequestUser.UNKNOWN;
  private final RequestRoute route = new RequestRoute();

  /** Null unless the request is in DEBUG. */
  private volatile @Nullable RequestDebug debug;

  private @Nullable KeptLines keptLines;

  /** The first of a list. */
  private @Nullable Attachment attachments;

  private volatile @Nullable Throwable thrown;
  private volatile boolean async;

  /** {@link System#nanoTime} of the completion; 0 while the request runs. */
  private volatile long completedNanos;

  private @Nullable RequestTimes times;

  /**
   * @param ownId whether the agent made the ID, rather than take the caller's
   * @param requestIdRejected why the caller's request ID was replaced, null when it wasn't
   */
  RequestScope(
      ServerExchange exchange,
      String requestId,
      boolean ownId,
      @Nullable String requestIdRejected,
      TraceContext trace) {
    this.exchange = exchange;
    this.requestId = requestId;
    this.ownId = ownId;
    this.requestIdRejected = requestIdRejected;
    this.method = exchange.method();
    this.path = withoutQuery(exchange.path());
    this.startNanos = exchange.startNanos();
    this.traceId = trace.traceId();
    this.spanId = trace.spanId();
  }

  /** A request line that the container could not take apart may still have its query on. */
  private static @Nullable String withoutQuery(@Nullable String path) {
    int query = path == null ? -1 : path.indexOf('?');
    return path == null || query < 0 ? path : path.substring(0, query);
  }

  /** The request that this thread works for, null when it works for none. */
  public static @Nullable RequestScope current() {
    return ThreadScope.current();
  }

  /**
   * Makes a request this thread's own until the token is closed, whatever the thread works for now:
   * the only way into a request and out of it, for advice and for whatever calls the application
   * back. A callback belongs to the request of the object that it is about, and to none if that has
   * none.
   *
   * @param scope null for none
   */
  public static ScopeToken makeCurrent(@Nullable RequestScope scope) {
    return ThreadScope.makeCurrent(scope);
  }

  /**
   * The thread stays in its request, or in none, for now. The token leads back to it, wherever the
   * thread has gone on to by {@link ScopeToken#keep}.
   */
  public static ScopeToken hold() {
    return ThreadScope.hold();
  }

  /**
   * Lets no thread be inside a request any more: whatever would have led the threads out of the
   * requests that they are in has been switched off.
   */
  public static synchronized void abandonAll() {
    epoch++;
    LevelOverrides.abandonRequests();
  }

  /** How often scopes were abandoned. */
  static int epoch() {
    return epoch;
  }

  /** Whether no thread may be in it any more. */
  boolean isOutOfReach() {
    return bornIn != epoch || hasLapsed();
  }

  @Override
  public String requestId() {
    return requestId;
  }

  /** Why the caller's request ID was replaced, null when it wasn't. */
  @Override
  public boolean hasOwnId() {
    return ownId;
  }

  @Nullable String requestIdRejected() {
    return requestIdRejected;
  }

  @Override
  public @Nullable String userId() {
    return user.shown();
  }

  /** What is known of the user by now. */
  RequestUser user() {
    return user;
  }

  /** See {@link RequestUser#named}. */
  synchronized void user(String name, int rank, String shown) {
    user = user.named(name, rank, shown);
  }

  /** A framework has authenticated somebody of this name; the last one counts. */
  synchronized void authenticated(String name) {
    user = user.authenticated(name);
  }

  /**
   * The attachment of a class, null when there is none or the request has completed.
   *
   * @param type of the attachment, not one of its superclasses
   */
  public synchronized <T extends Attachment> @Nullable T attachment(Class<T> type) {
    for (Attachment each = attachments; each != null; each = each.next) {
      if (each.getClass() == type) {
        return type.cast(each);
      }
    }
    return null;
  }

  /**
   * Keeps an attachment until the request completes, in the place of the one of the same class; a
   * request that has completed keeps none.
   */
  public synchronized void attach(Attachment attachment) {
    if (exchange != null) {
      attachment.next = Attachment.without(attachments, attachment.getClass());
      attachments = attachment;
    }
  }

  @Override
  public @Nullable String method() {
    return method;
  }

  @Override
  public @Nullable String path() {
    return path;
  }

  @Override
  public @Nullable String traceId() {
    return traceId;
  }

  @Override
  public @Nullable String spanId() {
    return spanId;
  }

  /** Tells who speaks for the application; until then the container's exchange does. */
  public void application(ApplicationRequest application) {
    this.application = application;
  }

  /** Null once the request has completed. */
  synchronized @Nullable ApplicationRequest application() {
    ApplicationRequest known = application;
    return known == null || exchange == null ? exchange : known;
  }

  /**
   * Sets the pattern that the request's path was matched with, or the rest of it within {@link
   * #enterRoute}. The first one stays: a forward or an error page is matched again with a path that
   * nobody asked for.
   *
   * @param route such as {@code /orders/{id}}; empty where there is nothing left to match
   */
  public void route(String route) {
    this.route.matched(route);
  }

  /**
   * The beginning of the path was matched, and what that led to matches the rest.
   *
   * @param route pattern of the beginning
   * @return what to give to {@link #leaveRoute} when it is done, matched or not
   */
  public String enterRoute(String route) {
    return this.route.enter(route);
  }

  /** Ends what {@link #enterRoute} began. */
  public void leaveRoute(String outer) {
    route.leave(outer);
  }

  /** Null when no framework has told, or none has matched the whole path. */
  @Nullable String route() {
    return route.pattern();
  }

  /**
   * Tells what the application threw and nobody handled, where a layer above the container knows
   * it; the last one counts.
   */
  public void thrown(Throwable thrown) {
    this.thrown = thrown;
  }

  /** What {@link #thrown(Throwable)} was told, null when nothing. */
  public @Nullable Throwable thrown() {
    return thrown;
  }

  /**
   * Puts the request in DEBUG until it completes.
   *
   * @param header value of the header that asked for it
   */
  synchronized void enterDebug(String header) {
    if (debug == null && exchange != null) {
      debug = RequestDebug.begin(header);
    }
  }

  /** What other services need to be sent to be in DEBUG too; null unless this request is. */
  public @Nullable String debugHeader() {
    RequestDebug granted = debug;
    return granted == null ? null : granted.header();
  }

  @Override
  public boolean debug() {
    return debug != null;
  }

  /** Where DEBUG lines are kept until the end is known; null once the request has completed. */
  public synchronized @Nullable KeptLines keptLines() {
    if (exchange == null) {
      return null;
    }
    if (keptLines == null) {
      keptLines = new KeptLines();
    }
    return keptLines;
  }

  /** Null when no line was kept. */
  synchronized @Nullable KeptLines keptLinesIfAny() {
    return keptLines;
  }

  /** The sums of calls and steps; made when the first of them begins. */
  public synchronized RequestTimes times() {
    RequestTimes known = times;
    if (known == null) {
      known = new RequestTimes();
      times = known;
    }
    return known;
  }

  /** Null when there was neither a call nor a step. */
  synchronized @Nullable RequestTimes timesIfAny() {
    return times;
  }

  long startNanos() {
    return startNanos;
  }

  /** The container's thread left the request before it was complete. */
  public void markAsync() {
    async = true;
  }

  boolean isAsync() {
    return async;
  }

  /**
   * Ends the request. The first caller gets the exchange, every later one null, so that a request
   * completes exactly once, whichever of the container's paths come by.
   */
  @Nullable ServerExchange finish() {
    return finish(System.nanoTime());
  }

  /**
   * @param nowNanos when the request completed, by {@link System#nanoTime}
   */
  synchronized @Nullable ServerExchange finish(long nowNanos) {
    ServerExchange finishing = exchange;
    if (finishing != null) {
      completedNanos = nowNanos == 0 ? 1 : nowNanos;
      RequestDebug granted = debug;
      if (granted != null) {
        granted.end();
      }
    }
    exchange = null;
    attachments = null;
    application = null;
    return finishing;
  }

  public boolean isFinished() {
    return completedNanos != 0;
  }

  /** Whether the request completed so long ago that nothing may be put down to it any more. */
  private boolean hasLapsed() {
    long completed = completedNanos;
    return completed != 0 && System.nanoTime() - completed > LONGEST_AFTER_COMPLETION;
  }
}
