package io.sidelight.log;

import io.sidelight.config.Config;
import io.sidelight.config.LogsMode;
import io.sidelight.config.Options;
import io.sidelight.event.AgentWarning;
import io.sidelight.event.ApplicationLine;
import io.sidelight.event.RequestInfo;
import io.sidelight.output.EventLog;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What instrumentations of logging libraries ask: whether a line shows its request, and how it
 * looks. The answers may change at any time; one line keeps to one of them. Thread-safe.
 */
public final class ApplicationLog {

  /** Set before anything is woven, so advice never sees null. */
  private static volatile @Nullable ApplicationLog installed;

  private static final int MAX_LEFT = 100;

  private final EventLog log;
  private final Set<String> left = ConcurrentHashMap.newKeySet();
  private volatile LogsMode mode = LogsMode.OFF;
  private volatile boolean masks;

  private ApplicationLog(EventLog log, Config config) {
    this.log = log;
    configure(config);
  }

  public static ApplicationLog install(EventLog log, Config config) {
    ApplicationLog applicationLog = new ApplicationLog(log, config);
    installed = applicationLog;
    return applicationLog;
  }

  /** The one that was installed at the agent's start. */
  public static ApplicationLog get() {
    ApplicationLog applicationLog = installed;
    if (applicationLog == null) {
      throw new IllegalStateException("the agent has not started");
    }
    return applicationLog;
  }

  /** Takes over a changed configuration, for {@link Verbosity} as well. */
  public void configure(Config config) {
    mode = config.get(Options.LOGS);
    masks = config.get(Options.LOGS_REDACT);
    Verbosity.configure(config);
  }

  /** The request whose line is being logged on this thread; null for none, and with logs off. */
  public @Nullable LoggedRequest request() {
    return mode == LogsMode.OFF ? null : LoggedRequest.current();
  }

  /** As {@link LoggedRequest#currentValue}; null with logs off. */
  public @Nullable String contextValue(@Nullable String key) {
    return mode == LogsMode.OFF ? null : LoggedRequest.currentValue(key);
  }

  /** Whether patterns can show the request. */
  public boolean isEnrich() {
    return mode == LogsMode.ENRICH;
  }

  /** Whether lines that a pattern would make are to be replaced by {@link #line}. */
  public boolean isJson() {
    return mode == LogsMode.JSON;
  }

  /**
   * A line as the agent writes its own, in its format and schema, redacted, with its end.
   *
   * @param request for which it was logged, null for none
   */
  public byte[] line(ApplicationLine line, @Nullable RequestInfo request) {
    return log.encode(line, request);
  }

  /** Whether lines that a pattern has made are to be passed through {@link #masked}. */
  public boolean masks() {
    return masks && mode == LogsMode.ENRICH;
  }

  /**
   * Warns that lines stay as a pattern makes them although JSON is wanted: the pattern may hide
   * data that JSON would show. Each pair is told once.
   *
   * @param place what writes them, such as {@code the appender "FILE"}
   * @param reason what may hide data, a clause
   */
  public void leave(String place, String reason) {
    if (left.size() < MAX_LEFT && left.add(place + ' ' + reason)) {
      log.log(
          AgentWarning.ofOption(
              "logs=json leaves "
                  + place
                  + " as it is, since JSON could show data that its lines hide: "
                  + reason
                  + ". Secrets that Sidelight finds in these lines are masked."),
          null);
    }
  }

  /**
   * What a pattern has made of a line, without its secrets. Throws if that fails: see {@link
   * MaskedLine}.
   */
  public String masked(String rendered) {
    return log.masked(rendered);
  }
}
