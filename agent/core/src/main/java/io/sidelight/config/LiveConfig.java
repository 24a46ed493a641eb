package io.sidelight.config;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configuration in force. It changes only when the options file does, and then as a whole: a
 * reader sees one {@link Config} or the next, never a mixture. Safe for any thread.
 *
 * <p>A file that vanishes or breaks leaves the last good values in force, told once as a problem.
 */
public final class LiveConfig {
  private final Resolver resolver;
  private final @Nullable OptionsFile file;
  private final Object reloading = new Object();

  private volatile Config current;
  private volatile ChangeListener[] listeners = {};

  /** What the file looked like when it was last read well; guarded by {@link #reloading}. */
  private OptionsFile.@Nullable Stamp lastRead;

  /** Why the last attempt to read it failed; null if it went well. Guarded likewise. */
  private @Nullable String lastFailure;

  private @Nullable ConfigWatcher watcher;

  private LiveConfig(Resolver resolver) {
    this.resolver = resolver;
    Config start = resolver.withoutFile();
    String path = start.get(Options.CONFIG);
    this.file = path.isEmpty() ? null : new OptionsFile(path);
    this.current = file == null ? start : readFirst(file);
  }

  /**
   * Reads system properties, environment, agent argument and options file. What is wrong with them
   * is in {@link Config#problems()}.
   *
   * @param agentArgument what follows {@code -javaagent:…jar=}, or null
   * @param switches of the supported libraries
   */
  public static LiveConfig load(@Nullable String agentArgument, Switches switches) {
    return load(Inputs.ofThisJvm(agentArgument), Options.catalog(switches));
  }

  /** As {@link #load(String, Switches)}, where no library is supported. */
  public static LiveConfig load(@Nullable String agentArgument) {
    return load(agentArgument, new Switches());
  }

  static LiveConfig load(Inputs inputs, Catalog catalog) {
    return new LiveConfig(new Resolver(inputs, catalog));
  }

  /** The configuration in force: one volatile read. */
  public Config current() {
    return current;
  }

  /** Adds a listener for later changes. */
  public void onChange(ChangeListener listener) {
    synchronized (reloading) {
      ChangeListener[] more = new ChangeListener[listeners.length + 1];
      System.arraycopy(listeners, 0, more, 0, listeners.length);
      more[listeners.length] = listener;
      listeners = more;
    }
  }

  /**
   * Starts to look at the options file about once a second, on a daemon thread. Does nothing
   * without a file, or the second time.
   */
  public synchronized void watch() {
    if (file != null && watcher == null) {
      watcher = new ConfigWatcher(this);
      watcher.start();
    }
  }

  /** Ends the thread of {@link #watch()}, without waiting for it. */
  public synchronized void stop() {
    if (watcher != null) {
      watcher.stop();
      watcher = null;
    }
  }

  /** Looks at the file now, and takes over what changed. */
  void poll() {
    if (file == null) {
      return;
    }
    synchronized (reloading) {
      OptionsFile.Stamp stamp = file.stamp();
      if (lastRead == null || !lastRead.sameAs(stamp)) {
        reload(file, stamp);
      }
    }
  }

  /** Says that the file is no longer watched, because of a failure that should not have been. */
  void watchFailed(Throwable failure) {
    synchronized (reloading) {
      Config before = current;
      current =
          before.withProblem(
              "Changes of the options file take effect at the next start only, since watching it"
                  + " failed ("
                  + failure.getClass().getName()
                  + ").");
      tell(before, current);
    }
  }

  /** Lets the watching thread look at the file without waiting for the second to pass. */
  synchronized void wake() {
    if (watcher != null) {
      watcher.wake();
    }
  }

  private Config readFirst(OptionsFile existing) {
    OptionsFile.Stamp stamp = existing.stamp();
    try {
      Config config = resolver.withFile(existing.read(), null);
      lastRead = stamp;
      return config;
    } catch (IOException e) {
      lastFailure = e.getMessage();
      return resolver
          .withFile(Collections.emptyList(), null)
          .withProblem(e.getMessage() + ", so none of its options is in force.");
    }
  }

  private void reload(OptionsFile existing, OptionsFile.Stamp stamp) {
    Config before = current;
    Config after;
    try {
      List<FileLine> values = existing.read();
      if (!existing.stamp().sameAs(stamp)) {
        return; // still being written: the next poll reads it whole
      }
      after = resolver.withFile(values, before);
      lastRead = stamp;
      lastFailure = null;
    } catch (IOException e) {
      // Tried again at each poll, since repaired permissions do not change the time of a file.
      lastRead = null;
      if (String.valueOf(e.getMessage()).equals(lastFailure)) {
        return;
      }
      lastFailure = e.getMessage();
      after = before.withProblem(e.getMessage() + ", so the last good values stay in force.");
    }
    current = after;
    tell(before, after);
  }

  private void tell(Config before, Config after) {
    if (after.changesSince(before).isEmpty() && after.problemsSince(before).isEmpty()) {
      return;
    }
    for (ChangeListener listener : listeners) {
      try {
        listener.configChanged(before, after);
      } catch (RuntimeException | LinkageError e) {
        current =
            current.withProblem(
                "A part of Sidelight could not take over changed options ("
                    + e.getClass().getName()
                    + "); for it they take effect at the next start.");
      }
    }
  }
}
