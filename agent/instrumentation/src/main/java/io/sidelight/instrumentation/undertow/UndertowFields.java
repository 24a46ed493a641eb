package io.sidelight.instrumentation.undertow;

import io.undertow.protocols.http2.Http2StreamSinkChannel;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.server.protocol.http2.Http2ServerConnection;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** What Undertow keeps to itself. Each is null where a version has it no longer. */
final class UndertowFields {

  /** The request that an HTTP/1 connection is about to hand to the root handler. */
  private static final @Nullable MethodHandle CURRENT =
      field(HttpServerConnection.class, "current");

  /** The stream that an HTTP/2 response goes to. */
  private static final @Nullable MethodHandle RESPONSE_CHANNEL =
      field(Http2ServerConnection.class, "responseChannel");

  /** Whether either side has ended a stream early. */
  private static final @Nullable MethodHandle RESET = field(Http2StreamSinkChannel.class, "reset");

  private UndertowFields() {}

  static @Nullable HttpServerExchange current(Object connection) {
    return (HttpServerExchange) get(CURRENT, connection);
  }

  static boolean isReset(Http2ServerConnection connection) {
    Object channel = get(RESPONSE_CHANNEL, connection);
    return channel instanceof Http2StreamSinkChannel && Boolean.TRUE.equals(get(RESET, channel));
  }

  private static @Nullable Object get(@Nullable MethodHandle field, Object owner) {
    if (field == null) {
      return null;
    }
    try {
      return (Object) field.invokeExact(owner);
    } catch (Throwable e) {
      if (e instanceof Error) {
        throw (Error) e;
      }
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable MethodHandle field(Class<?> owner, String name) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
      return lookup
          .unreflectGetter(owner.getDeclaredField(name))
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (NoSuchFieldException | IllegalAccessException e) {
      return null;
    }
  }
}
