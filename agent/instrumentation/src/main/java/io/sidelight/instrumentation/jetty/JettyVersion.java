package io.sidelight.instrumentation.jetty;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Response;

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
      handle(
          Response.class,
          "getHttpFields",
          MethodType.methodType(RESPONSE_FIELDS),
          MethodType.methodType(Iterable.class, Response.class));

  private static final MethodHandle PUT =
      handle(
          RESPONSE_FIELDS,
          "put",
          MethodType.methodType(
              RESPONSE_FIELDS == HttpFields.class ? void.class : RESPONSE_FIELDS,
              String.class,
              String.class),
          MethodType.methodType(void.class, Iterable.class, String.class, String.class));

  /** Makes header lines for a response, none yet. */
  private static final MethodHandle NEW_FIELDS = newFields();

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

  /** The header lines of a response once more, to be added to. */
  @SuppressWarnings("unchecked") // an Iterable<HttpField> in every version
  static Iterable<HttpField> copyOfFields(MetaData.Response response) {
    try {
      Iterable<?> copy = (Iterable<?>) NEW_FIELDS.invokeExact();
      Iterable<HttpField> fields = response.getFields();
      for (HttpField field : fields) {
        PUT.invokeExact(copy, field.getName(), field.getValue());
      }
      return (Iterable<HttpField>) copy;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * A response without a body. From 10 on it takes the header lines as they are now.
   *
   * @param fields what {@link #copyOfFields} returned
   */
  static MetaData.Response response(int status, Iterable<HttpField> fields) {
    return new MetaData.Response(HttpVersion.HTTP_1_1, status, null, (HttpFields) fields, 0);
  }

  private static Class<?> responseFieldsType() {
    for (Class<?> nested : HttpFields.class.getClasses()) {
      if (nested.getSimpleName().equals("Mutable")) {
        return nested;
      }
    }
    return HttpFields.class;
  }

  private static MethodHandle newFields() {
    try {
      MethodHandle make =
          RESPONSE_FIELDS == HttpFields.class
              ? LOOKUP.findConstructor(HttpFields.class, MethodType.methodType(void.class))
              : LOOKUP.findStatic(
                  HttpFields.class, "build", MethodType.methodType(RESPONSE_FIELDS));
      return make.asType(MethodType.methodType(Iterable.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle handle(
      Class<?> owner, String name, MethodType type, MethodType calledAs) {
    try {
      return LOOKUP.findVirtual(owner, name, type).asType(calledAs);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuntimeException unexpected(Throwable thrown) {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    return new IllegalStateException(thrown);
  }
}
