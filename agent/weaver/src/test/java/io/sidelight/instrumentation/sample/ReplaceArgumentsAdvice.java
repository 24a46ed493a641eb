package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import io.sidelight.weaver.Recorder;

/** Replaces two arguments, the second by what need not be of its type. */
final class ReplaceArgumentsAdvice {

  private ReplaceArgumentsAdvice() {}

  @Advice.OnMethodEnter
  static Object enter(@Advice.Argument(0) String first) {
    return first;
  }

  @Advice.ReplaceArgument(0)
  static String first(@Advice.Enter String entered) {
    switch (entered) {
      case "keep":
        return null;
      case "fail":
        throw new IllegalStateException("no replacement");
      default:
        return entered + "*";
    }
  }

  @Advice.ReplaceArgument(2)
  static Object second(@Advice.Enter Object entered, @Advice.Argument(0) String first) {
    return entered.equals("wrong") ? 17 : entered.equals("keep") ? null : "after " + first;
  }

  @Advice.OnMethodExit
  static void exit(@Advice.Argument(0) String first, @Advice.Argument(2) Object second) {
    Recorder.record("exit", first, second);
  }
}
