package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the methods of version 5's response entity that give the connection back, at the end of
 * the stream or when it is closed; either may fail.
 */
final class Stream5Advice {

  private Stream5Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.FieldValue("execRuntime") @Nullable Object holder) {
    return ClassicCall.settling(holder);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (entered != null) {
      ((ClassicCall) entered).settled(thrown);
    }
  }
}
