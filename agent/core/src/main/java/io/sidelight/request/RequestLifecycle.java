package io.sidelight.request;

import io.sidelight.config.Config;
import io.sidelight.config.Options;
import io.sidelight.event.Level;
import io.sidelight.event.RequestCompleted;
import io.sidelight.event.RequestStarted;
import io.sidelight.exchange.ApplicationRequest;
import io.sidelight.exchange.ServerExchange;
import io.sidelight.output.Diagnostics;
import io.sidelight.output.EventLog;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container adapter calls at the turning points of a request: it begins, its response is
 * about to be sent, it completes. Calls are made on the container's thread and don't block.
 */
public final class RequestLifecycle {

  /** Set before anything is woven, so advice never sees null. */
  private static volatile @Nullable RequestLifecycle installed;

  private final EventLog log;
  private final UserId userId;
  private volatile RequestSettings settings;

  /** Null while nobody may have DEBUG for a request. */
  private volatile @Nullable DebugGrants debugGrants;

  private volatile @Nullable Runnable afterEachRequest;

  private RequestLifecycle(EventLog log, Config config) {
    this.log = log;
    this.userId = new UserId(config);
    this.settings = new RequestSettings(config);
    this.debugGrants = debugGrants(log, config);
  }

  private static @Nullable DebugGrants debugGrants(EventLog log, Config config) {
    boolean off =
        config.get(Options.DEBUG_SECRET).isEmpty() && config.get(Options.DEBUG_FROM).isEmpty();
    return off ? null : new DebugGrants(log, config);
  }

  public static RequestLifecycle install(EventLog log, Config config) {
    RequestLifecycle lifecycle = new RequestLifecycle(log, config);
    installed = lifecycle;
    return lifecycle;
  }

  /** The one that was installed at the agent's start. */
  public static RequestLifecycle get() {
    RequestLifecycle lifecycle = installed;
    if (lifecycle == null) {
      throw new IllegalStateException("the agent has not started");
    }
    return lifecycle;
  }

  /** Takes over a changed configuration; requests that are under way keep their ID. */
  public void configure(Config config) {
    settings = new RequestSettings(config);
    debugGrants = debugGrants(log, config);
  }

  /**
   * Sets what runs after each request, on its thread.
   *
   * @param task must not throw or block; null for nothing
   */
  public void afterEachRequest(@Nullable Runnable task) {
    afterEachRequest = task;
  }

  /** A server is ready to take requests. */
  public void serverStarted() {
    log.announce();
    if (NewThreads.areFollowed()) {
      VirtualThreadPaths.link();
    }
  }

  /**
   * Begins a request: accepts or makes its ID, echoes it, and logs that it started.
   *
   * <p>The header is set already now, so that it stands on responses that leave by a way that
   * {@link #committing} does not see.
   */
  public RequestScope begin(ServerExchange exchange) {
    RequestSettings settings = this.settings;
    String sent = settings.accept ? exchange.header(settings.header) : null;
    String rejection =
        sent == null ? null : RequestId.rejection(sent, exchange.headerCount(settings.header));
    String id = sent != null && rejection == null ? sent : RequestId.create();
    boolean own = sent == null || rejection != null;
    RequestScope scope = new RequestScope(exchange, id, own, rejection, TraceContext.of(exchange));
    if (settings.echo) {
      exchange.setHeader(settings.header, id);
    }
    begin(scope, exchange);
    decideDebug(scope, exchange);
    started(scope, new RequestStarted(exchange, settings.header, rejection), settings);
    return scope;
  }

  private void started(RequestScope scope, RequestStarted event, RequestSettings settings) {
    if (log.enabled(RequestStarted.LOGGER, Level.DEBUG, scope)) {
      if (!settings.ignores(scope.path())) {
        log.log(event, scope);
      }
      return;
    }
    KeptLines kept = settings.keepsDebug ? scope.keptLines() : null;
    if (kept != null) {
      kept.add(log.encode(event, scope));
    }
  }

  /**
   * The response is about to be sent: its header must carry the ID exactly once. It may have been
   * lost to {@code reset()}, or doubled by an application that adds the same header; the
   * application's own value wins, because the caller gets it without the agent too.
   *
   * <p>The user is looked for as well: the session may be gone by the time the request completes.
   */
  public void committing(RequestScope scope, ServerExchange exchange) {
    identify(scope);
    RequestSettings settings = this.settings;
    if (!settings.echo) {
      return;
    }
    int lines = exchange.responseHeaderCount(settings.header);
    if (lines == 1) {
      return;
    }
    String last = lines == 0 ? null : exchange.responseHeader(settings.header);
    exchange.setHeader(settings.header, last == null ? scope.requestId() : last);
  }

  /**
   * The user may have become known: the container has authenticated somebody, or the application
   * was entered. To be called on a thread of the request; a completed request keeps its user.
   */
  public void identify(RequestScope scope) {
    ApplicationRequest application = scope.application();
    if (application != null) {
      identify(scope, application);
    }
  }

  /**
   * A framework has found out who the user is. It knows better than the container, whose principal
   * its own may differ from, and what it says last counts. A request whose {@code user-id.from} has
   * no {@code principal} asks for no name.
   *
   * @param user asked for its name here and now, and not kept; what that throws is told once
   */
  public void authenticated(RequestScope scope, Principal user) {
    if (!userId.asksPrincipal() || scope.isFinished()) {
      return;
    }
    try {
      String name = user.getName();
      if (name != null && !name.isBlank()) {
        scope.authenticated(name);
      }
    } catch (Throwable e) {
      unreadable(e);
    }
    identify(scope);
  }

  /** Ends a request without a line: the container serves it anew, as another one. */
  public void discard(RequestScope scope) {
    scope.finish();
  }

  /** Completes a request; only the first call for a scope does anything. */
  public void complete(RequestScope scope) {
    ApplicationRequest application = scope.application();
    ServerExchange exchange = scope.finish();
    if (exchange == null || application == null) {
      return;
    }
    RequestSettings settings = this.settings;
    long duration = System.nanoTime() - scope.startNanos();
    identify(scope, application);
    RequestTimes times = scope.timesIfAny();
    if (times != null) {
      times.close(scope.startNanos() + duration);
    }
    RequestCompleted event =
        new RequestCompleted(
            exchange,
            duration,
            settings.isSlow(duration),
            scope.isAsync(),
            scope.requestIdRejected(),
            scope.route(),
            times == null ? null : times.calls(),
            times == null ? null : times.steps());
    KeptLines kept = scope.keptLinesIfAny();
    if (kept != null) {
      writeKept(kept, event);
    }
    if (log.enabled(RequestCompleted.LOGGER, event.level(), scope)
        && (event.level() == Level.ERROR || !settings.ignores(scope.path()))) {
      log.log(event, scope);
    }
    Runnable task = afterEachRequest;
    if (task != null) {
      task.run();
    }
  }

  /** Writes what was kept for a request that has failed or was slow, else forgets it. */
  private void writeKept(KeptLines kept, RequestCompleted event) {
    List<byte[]> lines = kept.close();
    if (event.level().compareTo(Level.WARN) < 0) {
      return;
    }
    event.debugDropped(kept.dropped());
    for (byte[] line : lines) {
      log.write(line);
    }
  }

  private void begin(RequestScope scope, ServerExchange exchange) {
    try {
      userId.begin(scope, exchange);
    } catch (Throwable e) {
      unreadable(e);
    }
  }

  /** What the JDK's cryptography may throw must not cost the request its line. */
  private void decideDebug(RequestScope scope, ServerExchange exchange) {
    DebugGrants grants = debugGrants;
    if (grants == null) {
      return;
    }
    try {
      grants.decide(scope, exchange);
    } catch (RuntimeException | LinkageError e) {
      Diagnostics.report("debug", "whether a request may have DEBUG could not be decided", e);
    }
  }

  private void identify(RequestScope scope, ApplicationRequest application) {
    try {
      userId.update(scope, application);
    } catch (Throwable e) {
      unreadable(e);
    }
  }

  /**
   * Reading the user runs code of the application, whose failure must not cost the line. That is so
   * for a stack overflow, too: the application has not called this code here.
   */
  private static void unreadable(Throwable thrown) {
    Diagnostics.report(
        "user", "the name of the user could not be read; lines go without it", thrown);
  }
}
