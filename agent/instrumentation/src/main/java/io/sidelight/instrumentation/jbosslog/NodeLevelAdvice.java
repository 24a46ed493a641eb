package io.sidelight.instrumentation.jbosslog;

import io.sidelight.instrumentation.jul.Levels;
import io.sidelight.log.Verbosity;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code LoggerNode.isLoggableLevel}, which is what a logger asks since 3.0. */
final class NodeLevelAdvice {

  private NodeLevelAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable Boolean exit(
      @Advice.FieldValue("fullName") String logger,
      @Advice.Argument(0) int level,
      @Advice.Return boolean enabled) {
    if (!Verbosity.isActive()) {
      return null;
    }
    switch (Verbosity.of(logger, Levels.of(level), enabled)) {
      case OPEN:
      case KEPT:
        return true;
      case CLOSED:
        return false;
      default:
        return null;
    }
  }
}
