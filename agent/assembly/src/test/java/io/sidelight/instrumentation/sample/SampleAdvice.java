package io.sidelight.instrumentation.sample;

import net.bytebuddy.asm.Advice;
import sample.library.Client;

/** Advice for {@link Client#send}, one that fits and others that don't. */
public final class SampleAdvice {

  private SampleAdvice() {}

  /** Fits. */
  public static final class Fitting {

    private Fitting() {}

    @Advice.OnMethodEnter
    static Object enter(
        @Advice.This Client client,
        @Advice.Argument(0) String path,
        @Advice.Argument(1) int attempt,
        @Advice.FieldValue("host") String host) {
      return new SampleListener(client);
    }
  }

  /** Asks for an argument that there is not. */
  public static final class OfWrongIndex {

    private OfWrongIndex() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(2) Object third) {}
  }

  /** Asks for an argument as something that it is not. */
  public static final class OfWrongType {

    private OfWrongType() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Thread path) {}
  }

  /** Asks for a field that there is not. */
  public static final class OfNoField {

    private OfNoField() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("port") Object port) {}
  }
}
