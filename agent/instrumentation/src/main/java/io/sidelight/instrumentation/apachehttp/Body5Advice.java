package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for bodies of answers in version 5. */
final class Body5Advice {

  private Body5Advice() {}

  /**
   * Around the methods of version 5's response entity that give the connection back, at the end of
   * the stream or when it is closed; either may fail.
   */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.client5.http.impl.classic.ResponseEntityProxy",
      method = "close",
      descriptor = "()V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.client5.http.impl.classic.ResponseEntityProxy",
      method = {"eofDetected", "streamClosed"},
      descriptor = "(Ljava/io/InputStream;)Z")
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.client5.http.impl.classic.ResponseEntityProxy",
      method = "writeTo",
      descriptor = "(Ljava/io/OutputStream;)V")
  static final class Stream5Advice {

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

  /**
   * Before {@code streamAbort} of version 5's response entity, see {@link BodyAdvice.ReadAdvice}.
   */
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.client5.http.impl.classic.ResponseEntityProxy",
      method = "streamAbort",
      descriptor = "(Ljava/io/InputStream;)Z")
  static final class StreamAbort5Advice {

    private StreamAbort5Advice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("execRuntime") @Nullable Object holder) {
      ClassicCall.breaking(holder);
    }
  }
}
