package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpExecutionAware;
import org.apache.http.client.methods.HttpUriRequest;
import org.jspecify.annotations.Nullable;

/** Around {@code doExecute} of the clients of version 4, which all overloads lead to. */
final class Execute4Advice {

  private Execute4Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.Argument(0) @Nullable HttpHost target,
      @Advice.Argument(1) @Nullable HttpRequest request) {
    return request == null ? null : ClassicCall.begin(new Exchange4(request, target), request);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(1) @Nullable HttpRequest request,
      @Advice.Return @Nullable HttpResponse response,
      @Advice.Thrown @Nullable Throwable thrown) {
    ClassicCall call = (ClassicCall) entered;
    if (call == null) {
      return;
    }
    if (thrown != null) {
      call.thrown(thrown, isAborted(request));
    } else {
      call.returned(response == null ? 0 : response.getStatusLine().getStatusCode());
    }
  }

  private static boolean isAborted(@Nullable HttpRequest request) {
    return request instanceof HttpExecutionAware
        ? ((HttpExecutionAware) request).isAborted()
        : request instanceof HttpUriRequest && ((HttpUriRequest) request).isAborted();
  }
}
