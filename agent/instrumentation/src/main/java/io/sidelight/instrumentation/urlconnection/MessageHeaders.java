package io.sidelight.instrumentation.urlconnection;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request, {@code sun.net.www.MessageHeader}. The weaver has opened the package to
 * this class's module.
 */
final class MessageHeaders {

  private static final MethodHandle KEY = method("getKey", String.class, int.class);
  private static final MethodHandle FIND = method("findValue", String.class, String.class);
  private static final MethodHandle SET = method("set", void.class, String.class, String.class);
  private static final MethodHandle REMOVE = method("remove", void.class, String.class);

  private MessageHeaders() {}

  /** A tunnel through a proxy is asked for, with headers for the proxy. */
  static boolean isConnect(Object headers) {
    try {
      String requestLine = (String) KEY.invokeExact(headers, 0);
      return requestLine != null && requestLine.startsWith("CONNECT ");
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  static @Nullable String find(Object headers, String name) {
    try {
      return (String) FIND.invokeExact(headers, name);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  static void set(Object headers, String name, String value) {
    try {
      SET.invokeExact(headers, name, value);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  static void remove(Object headers, String name) {
    try {
      REMOVE.invokeExact(headers, name);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  private static MethodHandle method(String name, Class<?> result, Class<?>... parameters) {
    try {
      Class<?> headers = Class.forName("sun.net.www.MessageHeader", false, null);
      MethodHandle method =
          MethodHandles.privateLookupIn(headers, MethodHandles.lookup())
              .findVirtual(headers, name, MethodType.methodType(result, parameters));
      return method.asType(method.type().changeParameterType(0, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("HttpURLConnection", e);
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    return thrown instanceof RuntimeException
        ? (RuntimeException) thrown
        : new IllegalStateException(thrown);
  }
}
