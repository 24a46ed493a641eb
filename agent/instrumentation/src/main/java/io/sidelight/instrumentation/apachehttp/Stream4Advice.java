package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the methods of version 4's response entity that give the connection back, at the end of
 * the stream or when it is closed; either may fail.
 */
final class Stream4Advice {

  private Stream4Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.FieldValue("connHolder") @Nullable Object holder) {
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
