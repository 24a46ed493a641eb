package io.sidelight.instrumentation.jetty;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the versions. {@code HttpFields} is a class in 9.4, which this is compiled
 * against, and an interface since, so no method of it can be called; it is an {@code Iterable} in
 * all of them, and the rest is reached by method handles.
 */
final class JettyVersion {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  /** What {@code Response.getHttpFields()} returns. */
  private static final Class<?> RESPONSE_FIELDS = responseFieldsType();

  private static final MethodHandle GET_FIELDS =
      required(
          Response.class,
          "getHttpFields",
          MethodType.methodType(RESPONSE_FIELDS),
          MethodType.methodType(Iterable.class, Response.class));

  private static final MethodHandle PUT =
      required(
          RESPONSE_FIELDS,
          "put",
          MethodType.methodType(
              RESPONSE_FIELDS == HttpFields.class ? void.class : RESPONSE_FIELDS,
              String.class,
              String.class),
          MethodType.methodType(void.class, Iterable.class, String.class, String.class));

  /** {@code Request.getBeginNanoTime()} of the later releases of 10 and 11; null before. */
  private static final @Nullable MethodHandle BEGIN_NANOS =
      optional(Request.class, "getBeginNanoTime", MethodType.methodType(long.class));

  private JettyVersion() {}

  /** The header lines that the response has so far. */
  @SuppressWarnings("unchecked") // an Iterable<HttpField> in every version
  static Iterable<HttpField> fields(Response response) {
    try {
      return (Iterable<HttpField>) (Iterable<?>) GET_FIELDS.invokeExact(response);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Sets a header line in place of all that have the same name.
   *
   * @param fields of a response
   */
  static void put(Iterable<HttpField> fields, String name, String value) {
    try {
      PUT.invokeExact((Iterable<?>) fields, name, value);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * When Jetty saw the request, on the clock of {@link System#nanoTime}: the start that its access
   * log counts from. In 9.4 and the first releases of 10 and 11 it is known to the millisecond.
   */
  static long startNanos(Request request) {
    long now = System.nanoTime();
    if (BEGIN_NANOS != null && request.hasMetaData()) {
      try {
        long begin = (long) BEGIN_NANOS.invokeExact(request);
        // Zero or the smallest value where the metadata came without one.
        return begin == 0 || begin == Long.MIN_VALUE ? now : begin;
      } catch (Throwable e) {
        throw unexpected(e);
      }
    }
    long start = request.getTimeStamp();
    long passed = start > 0 ? System.currentTimeMillis() - start : 0;
    return now - TimeUnit.MILLISECONDS.toNanos(Math.max(0, passed));
  }

  private static Class<?> responseFieldsType() {
    for (Class<?> nested : HttpFields.class.getClasses()) {
      if (nested.getSimpleName().equals("Mutable")) {
        return nested;
      }
    }
    return HttpFields.class;
  }

  private static MethodHandle required(
      Class<?> owner, String name, MethodType type, MethodType calledAs) {
    MethodHandle handle = optional(owner, name, type);
    if (handle == null) {
      throw new IllegalStateException("no " + owner.getName() + "." + name + type);
    }
    return handle.asType(calledAs);
  }

  private static @Nullable MethodHandle optional(Class<?> owner, String name, MethodType type) {
    try {
      return LOOKUP.findVirtual(owner, name, type);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }

  private static RuntimeException unexpected(Throwable thrown) {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    return new IllegalStateException(thrown);
  }
}
