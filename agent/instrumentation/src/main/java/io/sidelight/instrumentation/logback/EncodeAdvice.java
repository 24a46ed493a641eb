package io.sidelight.instrumentation.logback;

import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.MaskedLine;
import java.nio.charset.Charset;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code LayoutWrappingEncoder.encode}: the bytes of a line, for most appenders. */
final class EncodeAdvice {

  private EncodeAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  @Advice.AssignReturned.AsScalar
  static byte @Nullable [] exit(
      @Advice.This LayoutWrappingEncoder<?> encoder,
      @Advice.Argument(0) @Nullable Object event,
      @Advice.Return byte @Nullable [] rendered) {
    ApplicationLog log = ApplicationLog.get();
    boolean json = log.isJson();
    if (!(json || log.masks())
        || rendered == null
        || rendered.length == 0 // of a layout that is not started
        || !Classic.isPattern(encoder.getLayout())) {
      return null;
    }
    return MaskedLine.bytes(
        () ->
            json && Patterns.isReplaced(encoder, log)
                ? Classic.json(event, log)
                : masked(rendered, encoder.getCharset(), log),
        () -> Classic.withheld(event, log));
  }

  private static byte @Nullable [] masked(
      byte[] rendered, @Nullable Charset ofEncoder, ApplicationLog log) {
    Charset charset = ofEncoder == null ? Charset.defaultCharset() : ofEncoder;
    String text = new String(rendered, charset);
    String masked = log.masked(text);
    return masked.equals(text) ? null : masked.getBytes(charset);
  }
}
