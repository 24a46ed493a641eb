package io.sidelight.tests.logging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.apache.juli.AsyncFileHandler;

/** {@code java.util.logging}, with Tomcat's handler for a thread of its own. */
class JulLogs implements Logs {

  /** File with the class and method that each line was logged in. */
  private static final String CALLER_FILE = "caller.log";

  /** Files of formatters that hide numbers of customers: by inheritance, and around another. */
  private static final String HIDDEN = "hidden.log";

  private static final String OUTER = "outer.log";

  /** Read for each formatter that is made; what stands here goes before the configuration. */
  private static final String FORMAT_PROPERTY = "java.util.logging.SimpleFormatter.format";

  private static final String FORMAT = "[{request_id}] [{user_id}] [] %4$s %3$s - %5$s%6$s%n";

  private static final String CONFIGURATION =
      """
      .level=INFO
      org.apache.juli.AsyncFileHandler.rotatable=false
      org.apache.juli.AsyncFileHandler.encoding=UTF-8
      """;

  /** Held, since the JDK holds loggers weakly, and their filters with them. */
  private Logger filtered;

  @Override
  public void configure(Path work) throws Exception {
    System.setProperty(FORMAT_PROPERTY, FORMAT);
    LogManager.getLogManager()
        .readConfiguration(
            new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.ISO_8859_1)));
    Logger root = Logger.getLogger("");
    root.addHandler(with(formatter(), new OutputHandler()));
    root.addHandler(with(formatter(), new FileHandler(work.resolve(FILE).toString())));
    root.addHandler(with(new OwnFormatter(), new FileHandler(work.resolve(OWN_FILE).toString())));
    root.addHandler(
        with(new CallerFormatter(), new FileHandler(work.resolve(CALLER_FILE).toString())));
    root.addHandler(with(new HidingFormatter(), new FileHandler(work.resolve(HIDDEN).toString())));
    root.addHandler(with(new OuterFormatter(), new FileHandler(work.resolve(OUTER).toString())));
    int dot = ASYNC_FILE.lastIndexOf('.');
    root.addHandler(
        with(
            formatter(),
            new AsyncFileHandler(
                work.toString(), ASYNC_FILE.substring(0, dot), ASYNC_FILE.substring(dot), 1)));
    filter();
  }

  /** Loggers don't inherit filters. */
  final void filter() {
    filtered = Logger.getLogger(FILTERED + ".Orders");
    filtered.setFilter(record -> false);
  }

  /** What is in place of a pattern. */
  Formatter formatter() {
    return new SimpleFormatter();
  }

  private static Handler with(Formatter formatter, Handler handler) throws IOException {
    handler.setFormatter(formatter);
    handler.setEncoding(StandardCharsets.UTF_8.name());
    return handler;
  }

  @Override
  public void log(Line line) {
    Logger logger = Logger.getLogger(line.logger());
    Level level = level(line.level());
    Object[] arguments = line.arguments().toArray();
    String message = line.numbered();
    if (line.thrown() != null && arguments.length > 0) {
      LogRecord record = new LogRecord(level, message);
      record.setLoggerName(line.logger());
      record.setParameters(arguments);
      record.setThrown(line.thrown());
      logger.log(record);
    } else if (line.thrown() != null) {
      logger.log(level, message, line.thrown());
    } else if (arguments.length == 0) {
      logger.log(level, message);
    } else if (arguments.length == 1) {
      logger.log(level, message, arguments[0]);
    } else {
      logger.log(level, message, arguments);
    }
  }

  @Override
  public void logHostile(String logger, String message) {
    Logger of = Logger.getLogger(logger);
    of.log(Level.FINE, message + "throws {0}", Hostile.THROWS);
    of.log(Level.FINE, message + "endless {0} {1}", new Object[] {Hostile.ENDLESS, 1});
    of.log(Level.FINE, message + "exception", new Hostile.Failure());
    of.fine(Hostile::supply);
    of.config(Hostile::supply);
    of.log(Level.FINE, Hostile::supply);
    of.log(Level.FINE, new Hostile.Failure(), Hostile::supply);
    of.logp(Level.FINE, "Orders", "place", Hostile::supply);
    of.logp(Level.FINE, "Orders", "place", new Hostile.Failure(), Hostile::supply);
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    return Logger.getLogger(logger).isLoggable(level(level));
  }

  private static Level level(String level) {
    return switch (level) {
      case "DEBUG" -> Level.FINE;
      case "WARN" -> Level.WARNING;
      case "ERROR" -> Level.SEVERE;
      default -> Level.INFO;
    };
  }

  /** There is no context. */
  @Override
  public void put(String key, String value) {}

  @Override
  public void remove(String key) {}

  @Override
  public String get(String key) {
    return null;
  }

  @Override
  public Map<String, String> context() {
    return Map.of();
  }

  /**
   * To standard output, where a {@code ConsoleHandler} writes to the other one; its level is INFO.
   */
  private static final class OutputHandler extends StreamHandler {

    OutputHandler() {
      super(System.out, new SimpleFormatter());
    }

    @Override
    public synchronized void publish(LogRecord record) {
      super.publish(record);
      flush();
    }
  }

  static final class OwnFormatter extends Formatter {
    @Override
    public String format(LogRecord record) {
      return "{\"own\":\"" + formatMessage(record) + "\"}\n";
    }
  }

  private static final class HidingFormatter extends SimpleFormatter {
    @Override
    public String format(LogRecord record) {
      return super.format(record).replaceAll("customer [0-9]+", "customer ***");
    }
  }

  private static final class OuterFormatter extends Formatter {

    private final Formatter inside = new SimpleFormatter();

    @Override
    public String format(LogRecord record) {
      return inside.format(record).replaceAll("customer [0-9]+", "customer ***");
    }
  }

  private static final class CallerFormatter extends Formatter {
    @Override
    public String format(LogRecord record) {
      String caller = record.getSourceClassName() + "." + record.getSourceMethodName();
      return caller + " " + formatMessage(record) + "\n";
    }
  }
}
