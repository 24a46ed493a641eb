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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Logback 1.2 and newer by what SLF4J 1.7 has. */
class LogbackLogs extends Slf4jLogs {

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
    async.setDiscardingThreshold(0); // else it leaves lines out when it has many to write
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
