package io.sidelight.instrumentation.sample;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Replaces a result by its opposite, except where told to fail, to keep it or to miss its type. */
final class ReplacePrimitiveAdvice {

  private ReplacePrimitiveAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable Object exit(@Advice.Argument(0) String value, @Advice.Return Object result) {
    switch (value) {
      case "keep":
        return null;
      case "wrong":
        return "a text";
      case "fail":
        throw new IllegalStateException("no result");
      default:
        return result instanceof Boolean ? (Object) !(Boolean) result : (Object) (-(Long) result);
    }
  }
}
