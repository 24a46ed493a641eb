package io.sidelight.instrumentation.jetty;

import io.sidelight.weaver.Advice;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpConnection;
import org.jspecify.annotations.Nullable;

/** The same as {@link FailedHeadersAdvice} from 10 on, where the request comes first. */
final class FailedHeaders10Advice {

  private FailedHeaders10Advice() {}

  /** Returns null for a response that is left as it is. */
  @Advice.ReplaceArgument(1)
  static MetaData.@Nullable Response replace(
      @Advice.This HttpConnection connection,
      @Advice.Argument(1) MetaData.@Nullable Response response) {
    return FailedHeaders.answer(connection, response);
  }
}
