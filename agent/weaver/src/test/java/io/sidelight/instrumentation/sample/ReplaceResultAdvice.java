package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Replaces the result, except where told to fail, to keep it or to miss its type. */
final class ReplaceResultAdvice {

  private ReplaceResultAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  @Advice.AssignReturned.ToReturned
  static @Nullable Object exit(@Advice.Return String result, @Advice.Thrown Object thrown) {
    Recorder.record("exit", result, thrown);
    if (result == null) {
      return "instead of a throwable";
    }
    switch (result) {
      case "keep":
        return null;
      case "wrong":
        return 17;
      case "fail":
        throw new IllegalStateException("no result");
      default:
        return result + "*";
    }
  }
}
