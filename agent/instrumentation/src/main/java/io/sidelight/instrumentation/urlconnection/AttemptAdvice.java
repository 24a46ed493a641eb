package io.sidelight.instrumentation.urlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code HttpClient.writeRequests}: what goes out here is an attempt, also where the client
 * repeats a request itself because the connection that it had kept was dead.
 */
final class AttemptAdvice {

  private AttemptAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Argument(0) Object headers) {
    HttpURLConnection connection = Inside.current();
    ConnectionCall call = connection == null ? null : ConnectionCall.of(connection);
    if (connection == null || call == null || MessageHeaders.isConnect(headers)) {
      return null;
    }
    WrittenRequest request = new WrittenRequest(connection, headers);
    call.attempt(request);
    return request;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object request) {
    if (request != null) {
      ((WrittenRequest) request).written();
    }
  }
}
