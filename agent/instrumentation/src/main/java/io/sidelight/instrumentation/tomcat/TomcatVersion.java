package io.sidelight.instrumentation.tomcat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/** What later versions have and the oldest one, which this is compiled against, has not. */
final class TomcatVersion {

  /** {@code Request.getStartTimeNanos()}, 10.1 and up; null before. */
  private static final @Nullable MethodHandle START_NANOS = method("getStartTimeNanos", long.class);

  /** {@code Request.isExceptionPresent()}, 8.5.94, 9.0.81, 10.1.14 and up; null before. */
  private static final @Nullable MethodHandle READ_FAILED =
      method("isExceptionPresent", boolean.class);

  /** {@code IS_IO_ALLOWED}, not in 8.5.0; null there. */
  private static final @Nullable ActionCode IS_IO_ALLOWED = ioAllowedCode();

  private TomcatVersion() {}

  /**
   * When the first byte of the request was seen, on the clock of {@link System#nanoTime}: the start
   * that Tomcat's access log counts from. Up to 9.0 it is known to the millisecond only.
   */
  static long startNanos(Request request) {
    long now = System.nanoTime();
    if (START_NANOS != null) {
      try {
        long start = (long) START_NANOS.invokeExact(request);
        return start > 0 || request.getStartTime() > 0 ? start : now;
      } catch (Throwable e) {
        throw unexpected(e);
      }
    }
    long start = request.getStartTime();
    long passed = start > 0 ? System.currentTimeMillis() - start : 0;
    return now - TimeUnit.MILLISECONDS.toNanos(Math.max(0, passed));
  }

  /** Whether reading or writing failed, or the connection was given up. */
  static boolean aborted(Request request, Response response) {
    if (response.isExceptionPresent()) {
      return true;
    }
    if (READ_FAILED != null) {
      try {
        if ((boolean) READ_FAILED.invokeExact(request)) {
          return true;
        }
      } catch (Throwable e) {
        throw unexpected(e);
      }
    }
    if (IS_IO_ALLOWED == null) {
      return false;
    }
    AtomicBoolean allowed = new AtomicBoolean(true);
    response.action(IS_IO_ALLOWED, allowed);
    return !allowed.get();
  }

  private static @Nullable MethodHandle method(String name, Class<?> result) {
    try {
      return MethodHandles.lookup().findVirtual(Request.class, name, MethodType.methodType(result));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }

  private static @Nullable ActionCode ioAllowedCode() {
    for (ActionCode code : ActionCode.values()) {
      if (code.name().equals("IS_IO_ALLOWED")) {
        return code;
      }
    }
    return null;
  }

  private static RuntimeException unexpected(Throwable thrown) {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    return new IllegalStateException(thrown);
  }
}
