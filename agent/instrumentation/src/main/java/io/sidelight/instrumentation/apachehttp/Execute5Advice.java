package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Around {@code doExecute} of the clients of version 5 that block. */
final class Execute5Advice {

  private Execute5Advice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.Argument(0) @Nullable HttpHost target,
      @Advice.Argument(1) @Nullable ClassicHttpRequest request) {
    return request == null ? null : ClassicCall.begin(new Exchange5(request, target), request);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(1) @Nullable ClassicHttpRequest request,
      @Advice.Return @Nullable HttpResponse response,
      @Advice.Thrown @Nullable Throwable thrown) {
    ClassicCall call = (ClassicCall) entered;
    if (call == null) {
      return;
    }
    if (thrown != null) {
      call.thrown(
          thrown,
          request instanceof CancellableDependency
              && ((CancellableDependency) request).isCancelled());
    } else {
      call.returned(response == null ? 0 : response.getCode());
    }
  }
}
