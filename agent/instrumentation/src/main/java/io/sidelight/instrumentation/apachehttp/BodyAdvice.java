package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for bodies of answers that both versions share. */
final class BodyAdvice {

  private BodyAdvice() {}

  /** After the constructor of what holds a connection of version 4 until the body has been read. */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.conn.BasicManagedEntity",
      method = "<init>",
      descriptor =
          "(Lorg/apache/http/HttpEntity;Lorg/apache/http/conn/ManagedClientConnection;Z" + ")V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.impl.execchain.ConnectionHolder",
      method = "<init>",
      descriptor =
          "(Lorg/apache/commons/logging/Log;"
              + "Lorg/apache/http/conn/HttpClientConnectionManager;"
              + "Lorg/apache/http/HttpClientConnection;)V")
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
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.conn.EofSensorInputStream",
      method = {"available", "read"},
      descriptor = "()I")
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.conn.EofSensorInputStream",
      method = "read",
      descriptor = "([BII)I")
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.core5.http.io.EofSensorInputStream",
      method = {"available", "read"},
      descriptor = "()I")
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.core5.http.io.EofSensorInputStream",
      method = "read",
      descriptor = "([BII)I")
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
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.conn.BasicManagedEntity",
      method = {"abortConnection", "releaseManagedConnection"},
      descriptor = "()V",
      in = Presence.SOME_VERSIONS)
  // What close() calls, from 4.5.4 on; it calls abortConnection() before.
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.impl.execchain.ConnectionHolder",
      method = "releaseConnection",
      descriptor = "(Z)V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.impl.execchain.ConnectionHolder",
      method = {"abortConnection", "releaseConnection"},
      descriptor = "()V")
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.client5.http.impl.classic.InternalExecRuntime",
      method = {"discardEndpoint", "releaseEndpoint"},
      descriptor = "()V")
  static final class ReleaseAdvice {

    private ReleaseAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object holder) {
      ClassicCall.released(holder);
    }
  }

  /** Before {@code cancel}, by which {@code abort} of a request reaches its connection. */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.impl.execchain.ConnectionHolder",
      method = "cancel",
      descriptor = "()Z")
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.client5.http.impl.classic.InternalExecRuntime",
      method = "cancel",
      descriptor = "()Z")
  static final class AbortAdvice {

    private AbortAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object holder) {
      ClassicCall.aborted(holder);
      ClassicCall.released(holder);
    }
  }

  /** After the abort of an {@code EofSensorInputStream} by the application itself. */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.conn.EofSensorInputStream",
      method = "abortConnection",
      descriptor = "()V")
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.core5.http.io.EofSensorInputStream",
      method = "abort",
      descriptor = "()V")
  static final class StreamAbortedAdvice {

    private StreamAbortedAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Thrown @Nullable Throwable thrown) {
      ClassicCall.broken(thrown);
    }
  }
}
