package io.sidelight.instrumentation.log4j;

import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.ThreadContext;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code put} of a {@code CloseableThreadContext}, which asks {@code ThreadContext.get} for
 * what to put back when it is closed. Where {@link GetAdvice} has answered, that is nothing.
 */
final class CloseablePutAdvice {

  private CloseablePutAdvice() {}

  @Advice.OnMethodEnter
  static boolean enter(@Advice.Argument(0) @Nullable String key) {
    return ThreadContext.containsKey(key);
  }

  @Advice.OnMethodExit
  static void exit(
      @Advice.Argument(0) @Nullable String key,
      @Advice.Enter boolean present,
      @Advice.FieldValue("originalValues") Map<@Nullable String, @Nullable String> originals) {
    if (!present) {
      originals.put(key, null);
    }
  }
}
