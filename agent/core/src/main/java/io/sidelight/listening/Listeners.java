package io.sidelight.listening;

import io.sidelight.event.AgentWarning;
import io.sidelight.output.Diagnostics;
import io.sidelight.output.EventLog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that a process has a server which is not followed, so that missing lines are not taken
 * for missing requests.
 *
 * <p>The first socket that listens starts a thread, which looks each second until one of these is
 * so:
 *
 * <ul>
 *   <li>a server that is followed has been loaded: nothing is written, for good;
 *   <li>five seconds are over and no socket listens any more: nothing is written, and the next
 *       socket starts over;
 *   <li>five seconds are over, and for three of them few classes were loaded, so the program has
 *       started; or a minute is over: one warning names the ports, and the agent's first lines come
 *       with it.
 * </ul>
 *
 * <p>Where a server that is followed is loaded before the first socket is opened, which is the
 * rule, {@link #areWanted} keeps sockets from being woven at all.
 */
public final class Listeners {

  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int FEWEST_LOOKS = 5;
  private static final int MOST_LOOKS = 60;
  private static final int QUIET_LOOKS = 3;

  /** So many classes are loaded between two looks at a program that is still starting. */
  private static final int STARTING = 50;

  private static final int FRAMES = 256;

  private static volatile @Nullable Listeners installed;

  private final EventLog log;
  private final KnownServers servers;
  private final IntSupplier loadedClasses;
  private final long betweenLooksNanos;

  /** Guarded by this. */
  private final List<ListeningSocket> sockets = new ArrayList<>();

  /** Guarded by this. */
  private final Set<String> recognised = new LinkedHashSet<>();

  /** Guarded by this. */
  private boolean looking;

  private volatile boolean done;

  Listeners(EventLog log, KnownServers servers, IntSupplier loadedClasses, long betweenLooksNanos) {
    this.log = log;
    this.servers = servers;
    this.loadedClasses = loadedClasses;
    this.betweenLooksNanos = betweenLooksNanos;
  }

  /**
   * Called once, before anything is woven.
   *
   * @param loadedClasses how many classes the JVM has loaded; asked every few seconds
   */
  public static void install(EventLog log, KnownServers servers, IntSupplier loadedClasses) {
    installed = new Listeners(log, servers, loadedClasses, BETWEEN_LOOKS_NANOS);
  }

  /** Whether sockets matter: not once it is known what the process is. */
  public static boolean areWanted() {
    Listeners listeners = installed;
    return listeners != null && !listeners.done && !listeners.servers.isAnyLoaded();
  }

  /** A socket listens from now on. Called on the thread that has opened it. */
  public static void opened(ListeningSocket socket) {
    Listeners listeners = installed;
    if (listeners != null) {
      listeners.add(socket);
    }
  }

  void add(ListeningSocket socket) {
    if (done) {
      return;
    }
    Set<String> owners = new LinkedHashSet<>();
    for (String caller : callers()) {
      if (servers.listensForItself(caller)) {
        return;
      }
      String owner = servers.serverOf(caller);
      if (owner != null) {
        owners.add(owner);
      }
    }
    synchronized (this) {
      sockets.add(socket);
      recognised.addAll(owners);
      if (!looking) {
        looking = true;
        look();
      }
    }
  }

  private static List<String> callers() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .limit(FRAMES)
                    .map(StackWalker.StackFrame::getClassName)
                    .collect(Collectors.toList()));
  }

  private void look() {
    Thread thread = new Thread(null, this::run, "sidelight-listening", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  private void run() {
    try {
      decide();
    } catch (Throwable failure) {
      Diagnostics.rethrowFatal(failure);
      Diagnostics.report(
          "listening", "whether the process has an unknown server was not found out", failure);
      end();
    }
  }

  private void decide() throws InterruptedException {
    int before = loadedClasses.getAsInt();
    int quiet = 0;
    for (int look = 1; ; look++) {
      TimeUnit.NANOSECONDS.sleep(betweenLooksNanos);
      if (servers.isAnyLoaded()) {
        end();
        return;
      }
      int now = loadedClasses.getAsInt();
      quiet = now - before < STARTING ? quiet + 1 : 0;
      before = now;
      if (look < FEWEST_LOOKS || (quiet < QUIET_LOOKS && look < MOST_LOOKS)) {
        continue;
      }
      Set<Integer> ports = ports();
      if (!ports.isEmpty()) {
        warn(ports);
        return;
      }
      if (isOver()) {
        return;
      }
    }
  }

  /** Whether nothing listens; then the next socket starts over. */
  private synchronized boolean isOver() {
    if (!ports().isEmpty()) {
      return false;
    }
    sockets.clear();
    recognised.clear();
    looking = false;
    return true;
  }

  private synchronized Set<Integer> ports() {
    Set<Integer> ports = new TreeSet<>();
    for (ListeningSocket socket : sockets) {
      int port = socket.isOpen() ? socket.port() : 0;
      if (port > 0) {
        ports.add(port);
      }
    }
    return ports;
  }

  private void warn(Set<Integer> ports) {
    Set<String> names = new LinkedHashSet<>(servers.loadedUnfollowed());
    synchronized (this) {
      names.addAll(recognised);
    }
    end();
    log.announce();
    log.log(
        AgentWarning.ofApplication(
            "The process accepts connections on port "
                + text(ports)
                + ", but no server that Sidelight instruments has started: requests there get no"
                + " lines and no request ID ("
                + (names.isEmpty()
                    ? "the server was not recognised"
                    : "recognised: " + String.join(", ", names))
                + ")"),
        null);
  }

  private synchronized void end() {
    done = true;
    sockets.clear();
    recognised.clear();
  }

  private static String text(Set<Integer> ports) {
    return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
