package io.sidelight.instrumentation.servlet;

import io.sidelight.weaver.AdviceOn;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for asynchronous requests of Grizzly, GlassFish and Payara. */
final class GrizzlyAsyncAdvice {

  private GrizzlyAsyncAdvice() {}

  /**
   * After {@code AsyncContextImpl.init}, on the thread of the servlet, see {@link GrizzlyAsync}.
   */
  @AdviceOn(
      instrumentation = "grizzly-async-jakarta",
      type = {
        "org.apache.catalina.connector.AsyncContextImpl",
        "org.glassfish.grizzly.servlet.AsyncContextImpl"
      },
      method = "init",
      descriptor = "(Ljakarta/servlet/ServletRequest;Ljakarta/servlet/ServletResponse;Z)V")
  static final class AsyncStartAdvice {

    private AsyncStartAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Argument(0) ServletRequest request) {
      RequestTrack track = RequestTrack.of(request);
      if (track != null) {
        track.goesOnAsynchronously();
      }
    }
  }

  /**
   * Around {@code AsyncContextImpl.notifyAsyncListeners}, which is called where the application's
   * listeners would be, whether there are any or not, see {@link GrizzlyAsync}.
   */
  @AdviceOn(
      instrumentation = "grizzly-async-jakarta",
      type = "org.apache.catalina.connector.AsyncContextImpl",
      method = "notifyAsyncListeners",
      descriptor =
          "(Lorg/apache/catalina/connector/AsyncContextImpl$AsyncEventType;"
              + "Ljava/lang/Throwable;)V")
  @AdviceOn(
      instrumentation = "grizzly-async-jakarta",
      type = "org.glassfish.grizzly.servlet.AsyncContextImpl",
      method = "notifyAsyncListeners",
      descriptor =
          "(Lorg/glassfish/grizzly/servlet/AsyncContextImpl$AsyncEventType;"
              + "Ljava/lang/Throwable;)V")
  static final class AsyncEventAdvice {

    private AsyncEventAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.This AsyncContext context,
        @Advice.Argument(0) Object event,
        @Advice.Argument(1) @Nullable Throwable thrown) {
      RequestTrack track = isEvent(event, "ERROR") ? RequestTrack.of(context.getRequest()) : null;
      if (track != null && thrown != null) {
        track.failed(thrown);
      }
    }

    /** After the listeners: GlassFish changes the status while it calls them. */
    @Advice.OnMethodExit
    static void exit(@Advice.This AsyncContext context, @Advice.Argument(0) Object event) {
      RequestTrack track =
          isEvent(event, "COMPLETE") ? RequestTrack.of(context.getRequest()) : null;
      if (track != null) {
        track.complete();
      }
    }

    /** The enum is not visible from here. */
    private static boolean isEvent(Object event, String name) {
      return event instanceof Enum && ((Enum<?>) event).name().equals(name);
    }
  }
}
