package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code Logger.callAppenders}, on the thread that logs. What isn't a {@code LoggingEvent}
 * comes from another process, and so for another request.
 */
final class CallAppendersAdvice {

  private CallAppendersAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) @Nullable LoggingEvent event) {
    if (event == null) {
      return;
    }
    LoggedRequest request = ApplicationLog.get().request();
    if (request != null) {
      EventContext.attach(event, request);
    }
  }
}
