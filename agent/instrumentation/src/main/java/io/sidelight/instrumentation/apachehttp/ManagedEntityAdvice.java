package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the methods of {@code BasicManagedEntity} that give the connection back; it is what holds
 * the connection in the clients from before 4.3.
 */
final class ManagedEntityAdvice {

  private ManagedEntityAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.This Object entity) {
    return ClassicCall.settling(entity);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (entered != null) {
      ((ClassicCall) entered).settled(thrown);
    }
  }
}
