package io.sidelight.instrumentation.log4j;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Join points read in log4j-core and log4j-api 2.12.0, 2.17.2, 2.20.0, 2.24.3, 2.25.5 and 2.26.1.
 *
 * <p>The three injectors are the ones that Log4j chooses among by the kind of its {@code
 * ThreadContext}; all events get their context data from one, whichever logger, factory or buffer
 * makes them. A pattern layout makes bytes by way of {@code toText} and everything else by way of
 * {@code toSerializable}; its {@code serialize} only makes a part of a GELF message and is left
 * alone, and so are headers and footers, which come from the serializers directly.
 */
public final class Log4jInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "log4j";
  public static final String SWITCH_HELP = "Whether Log4j 2 is instrumented.";

  private static final String API = "org.apache.logging.log4j.";
  private static final String CORE = "org.apache.logging.log4j.core.";
  private static final String ADVICE = "io.sidelight.instrumentation.log4j.";

  private static final String TYPES = "Lorg/apache/logging/log4j/";
  private static final String EVENT = TYPES + "core/LogEvent;";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String STRING = "Ljava/lang/String;";
  private static final String BUILDER = "Ljava/lang/StringBuilder;";
  private static final String MESSAGE = TYPES + "message/Message;";
  private static final String THROWABLE = "Ljava/lang/Throwable;";

  /** What {@link FilterAdvice} calls its classes for one, two, … arguments of a message. */
  private static final String[] COUNTS = {
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"
  };

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.apache.logging.");
  }

  @Override
  public List<JoinPoint> joinPoints() {
    List<JoinPoint> joinPoints = new ArrayList<>();
    addContext(joinPoints);
    addMessages(joinPoints);
    addPatterns(joinPoints);
    addFilters(joinPoints);
    addBuilders(joinPoints);
    return joinPoints;
  }

  /** Those of what a pattern consists of. */
  @Override
  public Set<String> opens() {
    return Set.of(CORE + "layout", CORE + "pattern");
  }

  private static void addContext(List<JoinPoint> joinPoints) {
    String map = TYPES + "util/StringMap;";
    for (String kind : new String[] {"Default", "GarbageFree", "CopyOnWrite"}) {
      joinPoints.add(
          JoinPoint.of(
              CORE + "impl.ThreadContextDataInjector$For" + kind + "ThreadContextMap",
              "injectContextData",
              "(Ljava/util/List;" + map + ")" + map,
              ADVICE + "Log4jContextAdvice$InjectAdvice"));
    }
    joinPoints.add(
        JoinPoint.of(
            API + "ThreadContext",
            "get",
            "(" + STRING + ")" + STRING,
            ADVICE + "Log4jContextAdvice$GetAdvice"));
    String closeable = API + "CloseableThreadContext$Instance";
    joinPoints.add(
        JoinPoint.of(
            closeable,
            "put",
            "(" + STRING + STRING + ")L" + closeable.replace('.', '/') + ";",
            ADVICE + "Log4jContextAdvice$CloseablePutAdvice"));
  }

  /** Where an event is made of a message, around the call of the injector. */
  private static void addMessages(List<JoinPoint> joinPoints) {
    String start = "(" + STRING + TYPES + "Marker;" + STRING;
    String end = TYPES + "Level;" + MESSAGE + "Ljava/util/List;" + THROWABLE + ")" + EVENT;
    String location = "Ljava/lang/StackTraceElement;";
    for (String kind : new String[] {"DefaultLogEventFactory", "ReusableLogEventFactory"}) {
      String factory = CORE + "impl." + kind;
      joinPoints.add(
          JoinPoint.of(factory, "createEvent", start + end, ADVICE + "MessageAdvice$Fifth"));
      joinPoints.add(
          JoinPoint.optional(
              factory, "createEvent", start + location + end, ADVICE + "MessageAdvice$Sixth"));
    }
    String event = "(" + TYPES + "core/async/RingBufferLogEvent;J";
    joinPoints.add(
        JoinPoint.of(
            CORE + "async.RingBufferLogEventTranslator",
            "translateTo",
            event + ")V",
            ADVICE + "MessageAdvice$OfTranslator"));
    joinPoints.add(
        JoinPoint.of(
            CORE + "async.AsyncLogger",
            "translateTo",
            event + "[" + OBJECT + ")V",
            ADVICE + "MessageAdvice$AmongAll"));
  }

  private static void addPatterns(List<JoinPoint> joinPoints) {
    String layout = CORE + "layout.PatternLayout";
    joinPoints.add(
        JoinPoint.of(
                layout,
                "toSerializable",
                "(" + EVENT + ")" + STRING,
                ADVICE + "Log4jPatternAdvice$StringAdvice")
            .thatMasks());
    joinPoints.add(
        JoinPoint.of(
                layout,
                "toText",
                "("
                    + TYPES
                    + "core/layout/AbstractStringLayout$Serializer2;"
                    + EVENT
                    + BUILDER
                    + ")"
                    + BUILDER,
                ADVICE + "Log4jPatternAdvice$TextAdvice")
            .thatMasks());
  }

  private static void addFilters(List<JoinPoint> joinPoints) {
    joinPoints.add(filter(STRING, "Text"));
    joinPoints.add(filter(STRING + THROWABLE, "Thrown"));
    joinPoints.add(filter("Ljava/lang/CharSequence;" + THROWABLE, "Thrown"));
    joinPoints.add(filter(OBJECT + THROWABLE, "Thrown"));
    joinPoints.add(filter(MESSAGE + THROWABLE, "Thrown"));
    joinPoints.add(filter(STRING + "[" + OBJECT, "Any"));
    StringBuilder message = new StringBuilder(STRING);
    for (String count : COUNTS) {
      message.append(OBJECT);
      joinPoints.add(filter(message.toString(), count));
    }
  }

  /** Their suppliers; builders came with 2.13, those for SLF4J 2 with 2.19. */
  private static void addBuilders(List<JoinPoint> joinPoints) {
    String own = API + "internal.DefaultLogBuilder";
    String supplier = TYPES + "util/Supplier;";
    String message = TYPES + "message/Message;";
    joinPoints.add(builder(own, "log", "(" + supplier + ")V", "OfMessage"));
    joinPoints.add(builder(own, "logAndGet", "(" + supplier + ")" + message, "OfMessage"));
    joinPoints.add(builder(own, "log", "(" + STRING + "[" + supplier + ")V", "OfArguments"));
    String slf4j = "org.apache.logging.slf4j.Log4jEventBuilder";
    String ofJdk = "Ljava/util/function/Supplier;)";
    String result = "Lorg/slf4j/spi/LoggingEventBuilder;";
    joinPoints.add(builder(slf4j, "addArgument", "(" + ofJdk + result, "First"));
    joinPoints.add(builder(slf4j, "setMessage", "(" + ofJdk + result, "First"));
    joinPoints.add(builder(slf4j, "log", "(" + ofJdk + "V", "First"));
    joinPoints.add(builder(slf4j, "addKeyValue", "(" + STRING + ofJdk + result, "Second"));
    joinPoints.add(builder(slf4j, "addKeyValue", "(" + STRING + OBJECT + ")" + result, "Value"));
  }

  private static JoinPoint builder(
      String className, String method, String descriptor, String advice) {
    return JoinPoint.optional(className, method, descriptor, ADVICE + "SupplierAdvice$" + advice);
  }

  /**
   * @param message descriptor of what follows level and marker
   */
  private static JoinPoint filter(String message, String advice) {
    return JoinPoint.of(
        CORE + "Logger$PrivateConfig",
        "filter",
        "(" + TYPES + "Level;" + TYPES + "Marker;" + message + ")Z",
        ADVICE + "FilterAdvice$" + advice);
  }
}
