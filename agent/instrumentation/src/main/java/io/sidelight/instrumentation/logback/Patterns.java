package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.pattern.CompositeConverter;
import ch.qos.logback.core.pattern.Converter;
import ch.qos.logback.core.pattern.DynamicConverter;
import ch.qos.logback.core.pattern.PatternLayoutBase;
import ch.qos.logback.core.pattern.ReplacingCompositeConverter;
import ch.qos.logback.core.spi.AppenderAttachable;
import io.sidelight.exchange.ByIdentity;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.Callers;
import io.sidelight.log.LineFolding;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Which patterns make whole lines of data that nothing hides, so that JSON can take their place.
 * Classes that are not known may hide anything. Found out once for each encoder and each start of
 * its layout.
 */
final class Patterns {

  /** What comes with Logback, Spring Boot, Dropwizard, Play and SkyWalking. */
  private static final String[] KNOWN = {
    "ch.qos.logback.",
    "org.springframework.boot.logging.logback.",
    "io.dropwizard.logging.",
    "play.api.libs.logback.",
    "org.apache.skywalking.apm.toolkit.log.logback."
  };

  private static final String MASKED_KEY_VALUES =
      "ch.qos.logback.classic.pattern.MaskedKeyValuePairConverter";

  private static final VarHandle HEAD = head();

  private static final ByIdentity<LayoutWrappingEncoder<?>, Judged> JUDGED = new ByIdentity<>();

  private Patterns() {}

  /** Whether JSON takes the place of what an encoder of a pattern is about to return. */
  static boolean isReplaced(LayoutWrappingEncoder<?> encoder, ApplicationLog log) {
    Layout<?> layout = encoder.getLayout();
    Object head = layout instanceof PatternLayoutBase ? HEAD.get(layout) : null;
    Judged judged = JUDGED.get(encoder);
    if (judged == null || judged.head.get() != head) {
      judged = new Judged(new WeakReference<>(head), judge(encoder, layout, head, log));
      JUDGED.put(encoder, judged);
    }
    return judged.replaced;
  }

  private static boolean judge(
      LayoutWrappingEncoder<?> encoder,
      Layout<?> layout,
      @Nullable Object head,
      ApplicationLog log) {
    Callers callers = new Callers(encoder.getClass(), Appender.class, Encoder.class, Layout.class);
    if (callers.layoutAbove(null) != null) {
      return false; // a part of something
    }
    String reason = reason(encoder, layout, (Converter<?>) head);
    if (reason != null) {
      log.leave(place(encoder, layout), reason);
    }
    return reason == null;
  }

  /** What may hide data, null for nothing. */
  private static @Nullable String reason(
      LayoutWrappingEncoder<?> encoder, Layout<?> layout, @Nullable Converter<?> head) {
    if (!isKnown(encoder)) {
      return "the encoder is a " + encoder.getClass().getName();
    }
    if (!isKnown(layout)) {
      return "the layout is a " + layout.getClass().getName();
    }
    return reason(head);
  }

  private static @Nullable String reason(@Nullable Converter<?> head) {
    for (Converter<?> each = head; each != null; each = each.getNext()) {
      if (each instanceof ReplacingCompositeConverter
          && !LineFolding.matches(((DynamicConverter<?>) each).getFirstOption())) {
        return "the pattern has a %replace";
      }
      if (!isKnown(each)) {
        return "the pattern uses the converter " + each.getClass().getName();
      }
      if (each.getClass().getName().equals(MASKED_KEY_VALUES)) {
        return "the pattern has a %maskedKvp";
      }
      if (each instanceof CompositeConverter) {
        String inside = reason(((CompositeConverter<?>) each).getChildConverter());
        if (inside != null) {
          return inside;
        }
      }
    }
    return null;
  }

  private static boolean isKnown(Object part) {
    for (String known : KNOWN) {
      if (part.getClass().getName().startsWith(known)) {
        return true;
      }
    }
    return false;
  }

  private static String place(LayoutWrappingEncoder<?> encoder, Layout<?> layout) {
    if (encoder.getContext() instanceof LoggerContext) {
      for (Logger logger : ((LoggerContext) encoder.getContext()).getLoggerList()) {
        String name = appender(logger, encoder);
        if (name != null) {
          return "the appender \"" + name + '"';
        }
      }
    }
    return layout instanceof PatternLayoutBase
        ? "an appender with the pattern \"" + ((PatternLayoutBase<?>) layout).getPattern() + '"'
        : "an appender";
  }

  private static @Nullable String appender(AppenderAttachable<?> among, Encoder<?> encoder) {
    for (Iterator<? extends Appender<?>> each = among.iteratorForAppenders(); each.hasNext(); ) {
      Appender<?> appender = each.next();
      if (appender instanceof OutputStreamAppender
          && ((OutputStreamAppender<?>) appender).getEncoder() == encoder) {
        return String.valueOf(appender.getName());
      }
      String inside =
          appender instanceof AppenderAttachable
              ? appender((AppenderAttachable<?>) appender, encoder)
              : null;
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  private static VarHandle head() {
    try {
      return MethodHandles.privateLookupIn(PatternLayoutBase.class, MethodHandles.lookup())
          .findVarHandle(PatternLayoutBase.class, "head", Converter.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was found, for one start of a layout. It must not lead to the encoder. */
  private static final class Judged {

    private final WeakReference<@Nullable Object> head;
    private final boolean replaced;

    Judged(WeakReference<@Nullable Object> head, boolean replaced) {
      this.head = head;
      this.replaced = replaced;
    }
  }
}
