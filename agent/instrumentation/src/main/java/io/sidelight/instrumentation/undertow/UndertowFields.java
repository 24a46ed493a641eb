package io.sidelight.instrumentation.undertow;

import io.undertow.protocols.http2.Http2StreamSinkChannel;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.protocol.framed.AbstractFramedChannel;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.server.protocol.http2.Http2ServerConnection;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;

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

  /** The channel of an HTTP/2 connection. */
  private static final @Nullable MethodHandle HTTP2_CHANNEL =
      field(Http2ServerConnection.class, "channel");

  /** The connection below it. */
  private static final @Nullable MethodHandle FRAMED =
      field(AbstractFramedChannel.class, "channel");

  private static final String TLS = "io.undertow.protocols.ssl.UndertowSslConnection";
  private static final String PROXIED =
      "io.undertow.server.protocol.proxy.ProxyProtocolReadListener$AddressWrappedConnection";

  /** The connections that {@link #TLS} and {@link #PROXIED} are around. */
  private static final @Nullable MethodHandle TLS_DELEGATE = field(TLS, "delegate");

  private static final @Nullable MethodHandle PROXIED_DELEGATE = field(PROXIED, "delegate");

  private UndertowFields() {}

  static @Nullable HttpServerExchange current(Object connection) {
    return (HttpServerExchange) get(CURRENT, connection);
  }

  static boolean isReset(Http2ServerConnection connection) {
    Object channel = get(RESPONSE_CHANNEL, connection);
    return channel instanceof Http2StreamSinkChannel && Boolean.TRUE.equals(get(RESET, channel));
  }

  /** Null for a connection that is no stream of bytes. */
  static @Nullable StreamConnection stream(ServerConnection connection) {
    if (connection instanceof AbstractServerConnection) {
      return ((AbstractServerConnection) connection).getChannel();
    }
    Object channel =
        connection instanceof Http2ServerConnection ? get(HTTP2_CHANNEL, connection) : null;
    return channel == null ? null : (StreamConnection) get(FRAMED, channel);
  }

  /** Whether it is around another connection, whose peer it may know better. */
  static boolean isWrapper(StreamConnection connection) {
    String type = connection.getClass().getName();
    return type.equals(TLS) || type.equals(PROXIED);
  }

  /** What a wrapper is around. */
  static @Nullable StreamConnection wrapped(StreamConnection wrapper) {
    boolean tls = wrapper.getClass().getName().equals(TLS);
    return (StreamConnection) get(tls ? TLS_DELEGATE : PROXIED_DELEGATE, wrapper);
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

  private static @Nullable MethodHandle field(String owner, String name) {
    try {
      ClassLoader loader = HttpServerExchange.class.getClassLoader();
      return field(Class.forName(owner, false, loader), name);
    } catch (ClassNotFoundException e) {
      return null;
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
