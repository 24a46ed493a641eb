package io.sidelight.instrumentation.jdkhttp;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** What is the client's own. The weaver has opened the package to this class's module. */
final class ClientInternals {

  private static final MethodHandle HANDLER =
      getter("MultiExchange", "responseHandler", "java.net.http.HttpResponse$BodyHandler");

  private static final MethodHandle STATUS = status();

  private static final MethodHandle SET_SYSTEM_HEADER = setSystemHeader();

  private ClientInternals() {}

  /** The body handler that a {@code MultiExchange} was made with. */
  static @Nullable Object handler(Object multiExchange) {
    try {
      return (Object) HANDLER.invokeExact(multiExchange);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** The status of a {@code Response}. */
  static int status(Object response) {
    try {
      return (int) STATUS.invokeExact(response);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** Sets a header of a {@code HttpRequestImpl} that the application does not see. */
  static void setSystemHeader(Object request, String name, String value) {
    try {
      SET_SYSTEM_HEADER.invokeExact(request, name, value);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  private static MethodHandle status() {
    try {
      Class<?> response = type("jdk.internal.net.http.Response");
      return in(response)
          .findGetter(response, "statusCode", int.class)
          .asType(MethodType.methodType(int.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("java.net.http", e);
    }
  }

  private static MethodHandle getter(String owner, String name, String fieldType) {
    try {
      Class<?> type = type("jdk.internal.net.http." + owner);
      return in(type)
          .findGetter(type, name, type(fieldType))
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("java.net.http", e);
    }
  }

  private static MethodHandle setSystemHeader() {
    try {
      Class<?> request = type("jdk.internal.net.http.HttpRequestImpl");
      return in(request)
          .findVirtual(
              request,
              "setSystemHeader",
              MethodType.methodType(void.class, String.class, String.class))
          .asType(MethodType.methodType(void.class, Object.class, String.class, String.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("java.net.http", e);
    }
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, false, ClientInternals.class.getClassLoader());
  }

  private static MethodHandles.Lookup in(Class<?> type) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
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
