package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for bodies of answers in version 4. */
final class Body4Advice {

  private Body4Advice() {}

  /**
   * Around the methods of version 4's response entity that give the connection back, at the end of
   * the stream or when it is closed; either may fail.
   */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.impl.execchain.ResponseEntityProxy",
      method = {"eofDetected", "streamClosed"},
      descriptor = "(Ljava/io/InputStream;)Z")
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.impl.execchain.ResponseEntityProxy",
      method = "writeTo",
      descriptor = "(Ljava/io/OutputStream;)V")
  static final class Stream4Advice {

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

  /**
   * Before {@code streamAbort} of version 4's response entity, see {@link BodyAdvice.ReadAdvice}.
   */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.impl.execchain.ResponseEntityProxy",
      method = "streamAbort",
      descriptor = "(Ljava/io/InputStream;)Z")
  static final class StreamAbort4Advice {

    private StreamAbort4Advice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("connHolder") @Nullable Object holder) {
      ClassicCall.breaking(holder);
    }
  }

  /**
   * Around the methods of {@code BasicManagedEntity} that give the connection back; it is what
   * holds the connection in the clients from before 4.3.
   */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.conn.BasicManagedEntity",
      method = {"eofDetected", "streamClosed"},
      descriptor = "(Ljava/io/InputStream;)Z",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.conn.BasicManagedEntity",
      method = "writeTo",
      descriptor = "(Ljava/io/OutputStream;)V",
      in = Presence.SOME_VERSIONS)
  static final class ManagedEntityAdvice {

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

  /**
   * Before {@code streamAbort} of {@code BasicManagedEntity}, see {@link BodyAdvice.ReadAdvice}.
   */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.conn.BasicManagedEntity",
      method = "streamAbort",
      descriptor = "(Ljava/io/InputStream;)Z",
      in = Presence.SOME_VERSIONS)
  static final class ManagedEntityAbortAdvice {

    private ManagedEntityAbortAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object entity) {
      ClassicCall.breaking(entity);
      ClassicCall.released(entity);
    }
  }
}
