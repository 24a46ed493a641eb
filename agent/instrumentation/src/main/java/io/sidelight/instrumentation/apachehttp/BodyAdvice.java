package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for bodies of answers that both versions share. */
final class BodyAdvice {

  private BodyAdvice() {}

  /** After the constructor of what holds a connection of version 4 until the body has been read. */
  static final class HoldAdvice {

    private HoldAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object holder) {
      ClassicCall call = ClassicCall.currentClassic();
      if (call != null) {
        call.holding(holder);
      }
    }
  }

  /**
   * After a read of {@code EofSensorInputStream}, which has told the entity to abort before it
   * throws what went wrong.
   */
  static final class ReadAdvice {

    private ReadAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Thrown @Nullable Throwable thrown) {
      if (thrown != null) {
        ClassicCall.broken(thrown);
      }
    }
  }

  /** Before a connection is given back, to be used again or to be closed. */
  static final class ReleaseAdvice {

    private ReleaseAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object holder) {
      ClassicCall.released(holder);
    }
  }

  /** Before {@code cancel}, by which {@code abort} of a request reaches its connection. */
  static final class AbortAdvice {

    private AbortAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object holder) {
      ClassicCall.aborted(holder);
      ClassicCall.released(holder);
    }
  }

  /** After the abort of an {@code EofSensorInputStream} by the application itself. */
  static final class StreamAbortedAdvice {

    private StreamAbortedAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Thrown @Nullable Throwable thrown) {
      ClassicCall.broken(thrown);
    }
  }
}
