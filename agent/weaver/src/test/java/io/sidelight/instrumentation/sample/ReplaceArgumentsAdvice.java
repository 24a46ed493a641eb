package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Replaces two arguments, by what need not be of their types. */
final class ReplaceArgumentsAdvice {

  private ReplaceArgumentsAdvice() {}

  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments({
    @ToArgument(value = 0, index = 1),
    @ToArgument(value = 2, index = 2)
  })
  static Object @Nullable [] enter(@Advice.Argument(0) String first) {
    switch (first) {
      case "keep":
        return new Object[] {first, null, null};
      case "none":
        return null;
      case "few":
        return new Object[] {first};
      case "wrong":
        return new Object[] {first, 4, 17};
      case "fail":
        throw new IllegalStateException("no replacement");
      default:
        return new Object[] {first, first + "*", "after " + first};
    }
  }

  @Advice.OnMethodExit
  static void exit(
      @Advice.Enter Object[] entered,
      @Advice.Argument(0) String first,
      @Advice.Argument(2) Object second) {
    Recorder.record("exit", entered == null ? null : entered[0], first, second);
  }
}
