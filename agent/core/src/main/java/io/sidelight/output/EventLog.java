package io.sidelight.output;

import io.sidelight.config.OverflowPolicy;
import io.sidelight.event.AgentWarning;
import io.sidelight.event.Event;
import io.sidelight.event.EventsDropped;
import io.sidelight.event.Level;
import io.sidelight.event.RequestInfo;
import io.sidelight.redact.Redactor;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which lines leave the agent: level check, encoding with redaction on the
 * calling thread, hand-over to the writer. Thread-safe. Nothing is opened, and no thread is
 * started, before the first line.
 *
 * <p>What fails in here is counted by {@link Diagnostics}; only fatal errors of the JVM come out.
 */
public final class EventLog implements Diagnostics.Sink {

  /** Five seconds in all, of which {@link StandardError#sayBriefly} may need the last part. */
  private static final long CLOSE_NANOS =
      TimeUnit.SECONDS.toNanos(5) - StandardError.MOST_WAIT_NANOS;

  private final EncoderPool encoders;
  private final LineWriter lines;
  private final LineWriter auditLines;
  private volatile Levels levels;
  private volatile Redactor redactor;

  private final Object announcing = new Object();
  private volatile boolean announced;
  private @Nullable Runnable firstLine;
  private boolean announcementRuns;

  /** Guarded by announcing. */
  private final List<Event> held = new ArrayList<>(0);

  private volatile @Nullable Runnable lastLines;

  EventLog(
      OutputSettings settings,
      Levels levels,
      Redactor redactor,
      Destination destination,
      @Nullable Destination auditDestination,
      Clock clock,
      long closeNanos) {
    this.levels = levels;
    this.redactor = redactor;
    encoders = new EncoderPool(settings, clock);
    Losses.Listener listener = new LossEvents();
    boolean block = settings.overflow == OverflowPolicy.BLOCK;
    ShutdownWait patience = new ShutdownWait(closeNanos);
    lines = new LineWriter(destination, settings.queue, block, listener, clock, patience);
    auditLines =
        auditDestination == null
            ? lines
            : new LineWriter(auditDestination, settings.queue, block, listener, clock, patience);
  }

  /** A log that is ready for lines; it writes itself out when the JVM exits. */
  public static EventLog start(OutputSettings settings, Levels levels, Redactor redactor) {
    String audit = settings.auditDestination;
    return new EventLog(
        settings,
        levels,
        redactor,
        destination(settings, settings.destination),
        audit == null || same(audit, settings.destination) ? null : destination(settings, audit),
        Clock.SYSTEM,
        CLOSE_NANOS);
  }

  /** Two writers to one file would rotate it under each other. */
  private static boolean same(String audit, String main) {
    return audit.equals(main)
        || new File(audit).getAbsoluteFile().equals(new File(main).getAbsoluteFile());
  }

  private static Destination destination(OutputSettings settings, String name) {
    if (name.equals(OutputSettings.STDOUT)) {
      return StreamDestination.stdout();
    }
    if (name.equals(OutputSettings.STDERR)) {
      return StreamDestination.stderr();
    }
    return new FileDestination(new File(name), settings.maxSize, settings.maxFiles, Clock.SYSTEM);
  }

  /** Whether a line would be written; costs a map look-up. */
  public boolean enabled(String logger, Level level) {
    return levels.enabled(logger, level);
  }

  /** As {@link #enabled(String, Level)}, for a request that may have DEBUG for itself. */
  public boolean enabled(String logger, Level level, @Nullable RequestInfo request) {
    return levels.enabled(logger, level) || (request != null && request.debug());
  }

  /**
   * Writes one line, unless its level is off. Audit lines are always written.
   *
   * @param request whom the line is about, null outside a request
   */
  public void log(Event event, @Nullable RequestInfo request) {
    try {
      if (!event.audit() && !enabled(event.logger(), event.level(), request)) {
        return;
      }
      if (!announced) {
        announce();
      }
      boolean audit = event.audit();
      boolean important = audit || event.level().compareTo(Level.WARN) >= 0;
      (audit ? auditLines : lines).write(encode(event, request), important);
    } catch (Throwable failure) {
      Diagnostics.rethrowFatal(failure);
      Diagnostics.report("line", "A line could not be written and is lost.", failure);
    }
  }

  @Override
  public void warn(AgentWarning warning) {
    log(warning, null);
  }

  /**
   * The bytes of a line as this log would write it, line end included, whatever its level. For
   * lines of the application that go out through its own appenders.
   */
  public byte[] encode(Event event, @Nullable RequestInfo request) {
    Redactor with = redactor;
    LineEncoder encoder = encoders.take(with);
    byte[] line = encoder.encode(event, request, with);
    encoders.giveBack(encoder);
    return line;
  }

  /** Writes a line that {@link #encode} has made, whatever its level. */
  public void write(byte[] line) {
    try {
      if (!announced) {
        announce();
      }
      lines.write(line, false);
    } catch (Throwable failure) {
      Diagnostics.rethrowFatal(failure);
      Diagnostics.report("line", "A line could not be written and is lost.", failure);
    }
  }

  /**
   * A text without its secrets, for lines of the application that keep the look that it gave them.
   * Throws what redaction throws.
   */
  public String masked(String text) {
    return redactor.text(text);
  }

  /**
   * Sets what runs once, just before the first line is written; it may log lines itself. Other
   * threads that have a line wait for it.
   */
  public void onFirstLine(Runnable announcement) {
    synchronized (announcing) {
      if (!announced) {
        firstLine = announcement;
      }
    }
  }

  /**
   * Writes a line that is no reason to start writing: at once if the first line is out, else right
   * after the announcement that comes before it; never, if there is none.
   */
  public void logOnceAnnounced(Event event) {
    synchronized (announcing) {
      if (!announced) {
        held.add(event);
        return;
      }
    }
    log(event, null);
  }

  /** Sets what runs when the JVM exits, if any line was written; it may log lines itself. */
  public void beforeClose(Runnable lines) {
    lastLines = lines;
  }

  /** Runs what {@link #onFirstLine} set now, if it has not run yet. */
  public void announce() {
    synchronized (announcing) {
      if (announced || announcementRuns) {
        return; // the second is a line of the announcement itself, on the same thread
      }
      announcementRuns = true;
      try {
        closeAtExit();
        if (firstLine != null) {
          firstLine.run();
        }
        for (int i = 0; i < held.size(); i++) {
          log(held.get(i), null);
        }
      } catch (Throwable failure) {
        Diagnostics.rethrowFatal(failure);
        Diagnostics.report("announce", "The first line could not be written.", failure);
      } finally {
        firstLine = null;
        held.clear();
        announcementRuns = false;
        announced = true;
      }
    }
  }

  /** Levels for the lines from now on. */
  public void setLevels(Levels to) {
    levels = to;
  }

  /** Redaction for the lines from now on. */
  public void setRedactor(Redactor to) {
    redactor = to;
  }

  /**
   * Waits until what is queued is written. Threads that log a line later wait for it, too; all of
   * this waiting together takes at most five seconds, whatever blocks.
   */
  public void close() {
    stopQueueing();
    awaitWritten();
  }

  private void stopQueueing() {
    lines.close();
    auditLines.close();
  }

  private void awaitWritten() {
    lines.awaitWritten();
    auditLines.awaitWritten();
  }

  private void closeAtExit() {
    Thread hook = new Thread(null, new Closing(), "sidelight-exit", 0, false);
    hook.setContextClassLoader(null);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      close(); // too late for a hook: from here on every line is written at once
    }
  }

  private final class Closing implements Runnable {
    @Override
    public void run() {
      Runnable last = lastLines;
      // Before the last lines: a full queue that blocks would keep them here for good.
      stopQueueing();
      try {
        if (last != null) {
          last.run();
        }
      } finally {
        awaitWritten();
      }
    }
  }

  private final class LossEvents implements Losses.Listener {
    @Override
    public void lost(long count, long sinceMillis) {
      log(new EventsDropped(count, Timestamp.utcText(sinceMillis)), null);
    }
  }
}
