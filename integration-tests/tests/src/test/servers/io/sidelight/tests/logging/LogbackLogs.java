package io.sidelight.tests.logging;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.FilterReply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** Logback 1.2 and newer by what SLF4J 1.7 has. */
class LogbackLogs implements Logs {

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

  @Override
  public void configure(Path work) {
    context.reset();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(started(new ConsoleAppender<>(), pattern()));
    root.addAppender(file(work.resolve(FILE), pattern()));
    root.addAppender(file(work.resolve(OWN_FILE), own()));
    context.addTurboFilter(new Filter());
    AsyncAppender async = new AsyncAppender();
    async.setContext(context);
    async.addAppender(file(work.resolve(ASYNC_FILE), pattern()));
    async.start();
    root.addAppender(async);
  }

  private Appender<ILoggingEvent> file(Path file, Encoder<ILoggingEvent> encoder) {
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setFile(file.toString());
    return started(appender, encoder);
  }

  private Appender<ILoggingEvent> started(
      OutputStreamAppender<ILoggingEvent> appender, Encoder<ILoggingEvent> encoder) {
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  private Encoder<ILoggingEvent> pattern() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(PATTERN);
    encoder.start();
    return encoder;
  }

  private Encoder<ILoggingEvent> own() {
    OwnLayout layout = new OwnLayout();
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    return encoder;
  }

  @Override
  public void log(Line line) {
    Logger logger = LoggerFactory.getLogger(line.logger());
    List<Object> list = new ArrayList<>(line.arguments());
    if (line.thrown() != null) {
      list.add(line.thrown());
    }
    Object[] arguments = list.toArray();
    if (line.marker() != null) {
      log(logger, MarkerFactory.getMarker(line.marker()), line, arguments);
    } else if (arguments.length == 1) {
      log(logger, line, arguments[0]);
    } else if (arguments.length == 2) {
      log(logger, line, arguments[0], arguments[1]);
    } else {
      log(logger, line, arguments);
    }
  }

  private static void log(Logger logger, Marker marker, Line line, Object[] arguments) {
    switch (line.level()) {
      case "DEBUG" -> logger.debug(marker, line.message(), arguments);
      case "WARN" -> logger.warn(marker, line.message(), arguments);
      case "ERROR" -> logger.error(marker, line.message(), arguments);
      default -> logger.info(marker, line.message(), arguments);
    }
  }

  private static void log(Logger logger, Line line, Object[] arguments) {
    switch (line.level()) {
      case "DEBUG" -> logger.debug(line.message(), arguments);
      case "WARN" -> logger.warn(line.message(), arguments);
      case "ERROR" -> logger.error(line.message(), arguments);
      default -> logger.info(line.message(), arguments);
    }
  }

  private static void log(Logger logger, Line line, Object argument) {
    switch (line.level()) {
      case "DEBUG" -> logger.debug(line.message(), argument);
      case "WARN" -> logger.warn(line.message(), argument);
      case "ERROR" -> logger.error(line.message(), argument);
      default -> logger.info(line.message(), argument);
    }
  }

  private static void log(Logger logger, Line line, Object first, Object second) {
    switch (line.level()) {
      case "DEBUG" -> logger.debug(line.message(), first, second);
      case "WARN" -> logger.warn(line.message(), first, second);
      case "ERROR" -> logger.error(line.message(), first, second);
      default -> logger.info(line.message(), first, second);
    }
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    Logger of = LoggerFactory.getLogger(logger);
    return switch (level) {
      case "DEBUG" -> of.isDebugEnabled();
      case "WARN" -> of.isWarnEnabled();
      case "ERROR" -> of.isErrorEnabled();
      default -> of.isInfoEnabled();
    };
  }

  @Override
  public void put(String key, String value) {
    MDC.put(key, value);
  }

  @Override
  public void remove(String key) {
    MDC.remove(key);
  }

  @Override
  public String get(String key) {
    return MDC.get(key);
  }

  @Override
  public Map<String, String> context() {
    Map<String, String> copy = MDC.getCopyOfContextMap();
    return copy == null ? Map.of() : copy;
  }

  private static final class Filter extends TurboFilter {
    @Override
    public FilterReply decide(
        Marker marker,
        ch.qos.logback.classic.Logger logger,
        Level level,
        String message,
        Object[] arguments,
        Throwable thrown) {
      return logger.getName().startsWith(FILTERED) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
  }

  private static final class OwnLayout extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
      return "{\"own\":\"" + event.getFormattedMessage() + "\"}\n";
    }
  }
}
