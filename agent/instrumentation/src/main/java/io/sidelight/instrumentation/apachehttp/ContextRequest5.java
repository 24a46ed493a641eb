package io.sidelight.instrumentation.apachehttp;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * The request that a context of version 5 shows to the application: an attribute up to HttpCore
 * 5.2, later a field.
 */
final class ContextRequest5 {

  /** {@code HttpCoreContext.setRequest}, null in releases that have no such method. */
  private static final @Nullable MethodHandle SET = setRequest();

  private ContextRequest5() {}

  /** Puts one request in the place of the other, if that is the one there. */
  static void replace(HttpContext context, HttpRequest sent, HttpRequest by) {
    if (context.getAttribute(HttpCoreContext.HTTP_REQUEST) == sent) {
      context.setAttribute(HttpCoreContext.HTTP_REQUEST, by);
    } else if (SET != null
        && context instanceof HttpCoreContext
        && ((HttpCoreContext) context).getRequest() == sent) {
      set(SET, (HttpCoreContext) context, by);
    }
  }

  private static void set(MethodHandle setter, HttpCoreContext context, HttpRequest request) {
    try {
      setter.invokeExact(context, request);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable MethodHandle setRequest() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              HttpCoreContext.class,
              "setRequest",
              MethodType.methodType(void.class, HttpRequest.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }
}
