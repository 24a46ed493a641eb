package io.sidelight.tests.logging;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.filter.AbstractFilter;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.util.StringMap;

/** Log4j 2 as the contract wants it, with a few appenders more. */
final class Log4jConfig {

  /** File of a layout with a header, in another charset. */
  private static final String ASCII_FILE = "ascii.log";

  /** File whose pattern ends no line. */
  private static final String PART_FILE = "part.log";

  /** File in GELF, with a pattern for its messages. */
  private static final String GELF_FILE = "gelf.log";

  /** File with the whole context of a line. */
  private static final String WHOLE_FILE = "whole.log";

  /** Files of patterns that hide numbers of customers, each in its own way. */
  private static final Map<String, String> HIDING =
      Map.of(
          "replaced.log",
          layout("%replace{%m}{customer [0-9]+}{customer ***}%n"),
          "styled.log",
          layout("%style{%replace{%m}{customer [0-9]+}{customer ***}}{black}%n", "disableAnsi"),
          "whole-replaced.log",
          "<PatternLayout charset='UTF-8' pattern='%m%n'>"
              + "<Replace regex='customer [0-9]+' replacement='customer ***'/></PatternLayout>");

  private Log4jConfig() {}

  private static String layout(String pattern, String... flags) {
    StringBuilder layout = new StringBuilder("<PatternLayout charset='UTF-8' pattern='");
    layout.append(pattern).append("'");
    for (String flag : flags) {
      layout.append(' ').append(flag).append("='true'");
    }
    return layout.append("/>").toString();
  }

  /**
   * Sets Log4j up, before anything has asked it for a logger.
   *
   * @param root name of the element for the root logger: {@code Root} or {@code AsyncRoot}
   */
  static void configure(Path work, String root) throws IOException {
    Path file = work.resolve("log4j2.xml");
    Files.writeString(file, xml(work, root));
    System.setProperty("log4j.configurationFile", file.toUri().toString());
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    context.getConfiguration().addFilter(new Names());
    OwnAppender own = new OwnAppender(work.resolve(Logs.OWN_FILE), new OwnLayout());
    own.start();
    context.getConfiguration().getRootLogger().addAppender(own, null, null);
    OwnAppender hiding =
        new OwnAppender(work.resolve("hidden.log"), new HidingLayout(context.getConfiguration()));
    hiding.start();
    context.getConfiguration().getRootLogger().addAppender(hiding, null, null);
    OwnAppender frozen = new OwnAppender(work.resolve("frozen.log"), new FrozenLayout());
    frozen.start();
    context.getConfiguration().getRootLogger().addAppender(frozen, null, null);
  }

  private static String xml(Path work, String root) {
    String pattern = "<PatternLayout charset='UTF-8' pattern='" + Logs.PATTERN + "'/>";
    String ascii =
        "<PatternLayout charset='US-ASCII' header='head%n' footer='foot%n' pattern='%msg%n'/>";
    return String.join(
        "\n",
        "<Configuration status='warn'>",
        "<Appenders>",
        "<Console name='console'>" + pattern + "</Console>",
        file(work, Logs.FILE, pattern),
        file(work, Logs.ASYNC_FILE, pattern),
        "<Async name='async'><AppenderRef ref='" + Logs.ASYNC_FILE + "'/></Async>",
        file(work, ASCII_FILE, ascii),
        file(work, PART_FILE, "<PatternLayout charset='UTF-8' pattern='&lt;%msg&gt;'/>"),
        file(work, GELF_FILE, "<GelfLayout compressionType='OFF' messagePattern='%msg%n'/>"),
        file(work, WHOLE_FILE, layout("%m %X%n")),
        file(work, "folded.log", layout("%replace{%m}{[\\r\\n]+}{ }%n")),
        HIDING.entrySet().stream()
            .map(each -> file(work, each.getKey(), each.getValue()))
            .collect(Collectors.joining()),
        "</Appenders><Loggers><" + root + " level='info'>",
        "<AppenderRef ref='console'/>",
        "<AppenderRef ref='" + Logs.FILE + "'/>",
        "<AppenderRef ref='async'/>",
        "<AppenderRef ref='" + ASCII_FILE + "'/>",
        "<AppenderRef ref='" + PART_FILE + "'/>",
        "<AppenderRef ref='" + GELF_FILE + "'/>",
        "<AppenderRef ref='" + WHOLE_FILE + "'/><AppenderRef ref='folded.log'/>",
        HIDING.keySet().stream()
            .map(name -> "<AppenderRef ref='" + name + "'/>")
            .collect(Collectors.joining()),
        "</" + root + ">",
        "<" + root.replace("Root", "Logger") + " name='placed' level='info'>",
        "<Property name='place'>here</Property>",
        "</" + root.replace("Root", "Logger") + ">",
        "</Loggers></Configuration>");
  }

  private static String file(Path work, String name, String layout) {
    String file = work.resolve(name).toString();
    return "<File name='" + name + "' fileName='" + file + "'>" + layout + "</File>";
  }

  /** Denies what {@link Logs#FILTERED} says. */
  private static final class Names extends AbstractFilter {

    private static Result result(String logger) {
      return logger.startsWith(Logs.FILTERED) ? Result.DENY : Result.NEUTRAL;
    }

    @Override
    public Result filter(LogEvent event) {
      return result(event.getLoggerName());
    }

    @Override
    public Result filter(
        Logger logger, Level level, Marker marker, String message, Object... arguments) {
      return result(logger.getName());
    }

    @Override
    public Result filter(
        Logger logger, Level level, Marker marker, Object message, Throwable thrown) {
      return result(logger.getName());
    }

    @Override
    public Result filter(
        Logger logger, Level level, Marker marker, Message message, Throwable thrown) {
      return result(logger.getName());
    }
  }

  /** Writes with a layout of the application's own. */
  private static final class OwnAppender extends AbstractAppender {

    private final Path file;

    OwnAppender(Path file, Layout<String> layout) {
      super(file.getFileName().toString(), null, layout, false, Property.EMPTY_ARRAY);
      this.file = file;
    }

    @Override
    public void append(LogEvent event) {
      Layout<? extends Serializable> layout = getLayout();
      try {
        Files.write(
            file, layout.toByteArray(event), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class OwnLayout extends AbstractStringLayout {

    private static final long serialVersionUID = 1;

    OwnLayout() {
      super(StandardCharsets.UTF_8);
    }

    @Override
    public String toSerializable(LogEvent event) {
      return "{\"own\":\"" + event.getMessage().getFormattedMessage() + "\"}\n";
    }
  }

  /** Hides numbers of customers in what a pattern inside it makes. */
  private static final class HidingLayout extends AbstractStringLayout {

    private static final long serialVersionUID = 1;

    private final transient PatternLayout inside;

    HidingLayout(Configuration configuration) {
      super(StandardCharsets.UTF_8);
      inside =
          PatternLayout.newBuilder().withConfiguration(configuration).withPattern("%m%n").build();
    }

    @Override
    public String toSerializable(LogEvent event) {
      return inside.toSerializable(event).replaceAll("customer [0-9]+", "customer ***");
    }
  }

  /** Whether the context of a line can no longer be changed by an appender. */
  private static final class FrozenLayout extends AbstractStringLayout {

    private static final long serialVersionUID = 1;

    FrozenLayout() {
      super(StandardCharsets.UTF_8);
    }

    @Override
    public String toSerializable(LogEvent event) {
      boolean frozen = ((StringMap) event.getContextData()).isFrozen();
      return event.getMessage().getFormattedMessage() + " " + frozen + "\n";
    }
  }
}
