package io.sidelight.tests.logging;

import static net.logstash.logback.argument.StructuredArguments.kv;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.logstash.logback.marker.Markers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Logback with encoders for JSON, and with patterns that are parts of something or that hide data.
 * The marker of a line is the way in which its key-values are logged.
 */
public final class EncoderLogs extends Slf4jLogs {

  private static final String NESTED = "io.sidelight.tests.logging.EncoderLogs$";

  @Override
  public void configure(Path work) throws Exception {
    Path file = work.resolve("logback.xml");
    Files.writeString(file, configuration(work));
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.putObject(Environment.class.getName(), new StandardEnvironment());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(file.toFile());
  }

  private static String configuration(Path work) {
    String logstash = "<encoder class='net.logstash.logback.encoder.LogstashEncoder'>";
    Map<String, String> files =
        Map.of(
            "application",
            pattern(PATTERN),
            "logstash",
            logstash + "</encoder>",
            "prefix",
            logstash
                + "<prefix class='ch.qos.logback.classic.encoder.PatternLayoutEncoder'>"
                + "<pattern>%level </pattern></prefix></encoder>",
            "replaced",
            pattern("%replace(%msg){'customer [0-9]+','customer ***'}%n"),
            "folded",
            pattern("%replace(%msg){'[\\r\\n]+',' '}%n"),
            "converted",
            pattern("%masked%n"),
            "layout",
            "<encoder class='ch.qos.logback.core.encoder.LayoutWrappingEncoder'><layout class='"
                + NESTED
                + "MaskingLayout'><pattern>%msg%n</pattern></layout></encoder>");
    StringBuilder appenders = new StringBuilder();
    files.forEach((name, encoder) -> appenders.append(file(work, name, encoder)));
    for (String format : new String[] {"ecs", "logstash", "gelf"}) {
      String encoder =
          "<encoder class='%s'><format>%s</format></encoder>"
              .formatted(StructuredLogEncoder.class.getName(), format);
      appenders.append(file(work, "boot-" + format, encoder));
    }
    String references =
        Stream.concat(
                files.keySet().stream(), Stream.of("boot-ecs", "boot-logstash", "boot-gelf", "OUT"))
            .map(name -> "<appender-ref ref='" + name + "'/>")
            .collect(Collectors.joining());
    return "<configuration><conversionRule conversionWord='masked' converterClass='"
        + NESTED
        + "MaskingConverter'/><appender name='OUT' class='ch.qos.logback.core.ConsoleAppender'>"
        + pattern(PATTERN)
        + "</appender>"
        + appenders
        + file(work, "late", pattern("[%X{late}] [%X{request_id}] %msg%n"))
        + file(work, "wrapped", pattern(PATTERN))
        + "<appender name='adding' class='"
        + NESTED
        + "AddingAppender'><appender-ref ref='late'/></appender>"
        + "<appender name='wrapping' class='"
        + NESTED
        + "WrappingAppender'><appender-ref ref='wrapped'/></appender><root"
        + " level='INFO'><appender-ref ref='adding'/>"
        + references
        + "<appender-ref ref='wrapping'/></root></configuration>";
  }

  private static String pattern(String pattern) {
    return "<encoder><charset>UTF-8</charset><pattern>" + pattern + "</pattern></encoder>";
  }

  private static String file(Path work, String name, String encoder) {
    return "<appender name='%s' class='ch.qos.logback.core.FileAppender'><file>%s/%s.log</file>%s</appender>"
        .formatted(name, work, name, encoder);
  }

  @Override
  public void log(Line line) {
    Logger logger = LoggerFactory.getLogger(line.logger());
    if (line.keyValues().isEmpty()) {
      super.log(line);
      return;
    }
    switch (line.marker()) {
      case "pairs" -> {
        var builder = logger.atInfo();
        line.keyValues().forEach(builder::addKeyValue);
        builder.log(line.message());
      }
      case "arguments" ->
          logger.info(
              line.message(),
              line.keyValues().entrySet().stream()
                  .map(entry -> kv(entry.getKey(), entry.getValue()))
                  .toArray());
      case "entries" -> logger.info(Markers.appendEntries(line.keyValues()), line.message());
      case "object" -> logger.info(Markers.appendFields(new Account()), line.message());
      default ->
          line.keyValues()
              .forEach(
                  (key, value) ->
                      logger.info(Markers.aggregate(Markers.append(key, value)), line.message()));
    }
  }

  /** Has a key of its own under another name. */
  public static final class Account {
    @com.fasterxml.jackson.annotation.JsonProperty("user_id")
    public String getOwner() {
      return "42";
    }
  }

  /** Hides numbers of customers in what the pattern makes. */
  public static final class MaskingLayout extends PatternLayout {
    @Override
    public String doLayout(ILoggingEvent event) {
      return super.doLayout(event).replaceAll("customer [0-9]+", "customer ***");
    }
  }

  /** Hides numbers of customers in messages. */
  public static final class MaskingConverter extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
      return super.convert(event).replaceAll("customer [0-9]+", "customer ***");
    }
  }

  /** Adds to the context while a line is appended. */
  public static final class AddingAppender extends AsyncAppender {
    @Override
    protected void preprocess(ILoggingEvent event) {
      MDC.put("late", "added");
      super.preprocess(event);
      MDC.remove("late");
    }
  }

  /** Hands on events of its own, with a copy of their context. */
  public static final class WrappingAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
      implements AppenderAttachable<ILoggingEvent> {

    private final AppenderAttachableImpl<ILoggingEvent> attached = new AppenderAttachableImpl<>();

    @Override
    protected void append(ILoggingEvent event) {
      attached.appendLoopOnAppenders(
          (ILoggingEvent)
              Proxy.newProxyInstance(
                  EncoderLogs.class.getClassLoader(),
                  new Class<?>[] {ILoggingEvent.class},
                  (proxy, method, arguments) ->
                      method.getName().startsWith("getMDC")
                          ? new HashMap<>(event.getMDCPropertyMap())
                          : method.invoke(event, arguments)));
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> appender) {
      attached.addAppender(appender);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
      return attached.iteratorForAppenders();
    }

    @Override
    public Appender<ILoggingEvent> getAppender(String name) {
      return attached.getAppender(name);
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> appender) {
      return attached.isAttached(appender);
    }

    @Override
    public void detachAndStopAllAppenders() {
      attached.detachAndStopAllAppenders();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> appender) {
      return attached.detachAppender(appender);
    }

    @Override
    public boolean detachAppender(String name) {
      return attached.detachAppender(name);
    }
  }
}
