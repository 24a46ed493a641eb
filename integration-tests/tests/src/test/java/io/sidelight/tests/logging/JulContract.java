package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import org.junit.jupiter.api.Test;

/**
 * What is different where lines end in {@code java.util.logging}, whose formats know no context.
 */
interface JulContract extends EnrichedLinesContract {

  String CALLER_FILE = "caller.log";

  /** The texts in the format stay where nobody fills them in. */
  @Override
  default String unfilled() {
    return "[{request_id}] [{user_id}] []";
  }

  @Test
  default void enrich_messageWithTheTextOfAFormat_staysAsItIs() {
    service().options();
    String message = service().newMessage();
    TracedRequest got =
        service().ask("message=" + message + "{request_id} {user_id}", "thrown={user_id}");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message))
          .as(output)
          .isEqualTo(
              "[%s] [alice] [] INFO shop.Orders - %s{request_id} {user_id}",
              got.answer().requestId(), message);
    }
  }

  /**
   * It is looked for on the stack, where the agent's frames could be taken for it. Commons Logging
   * calls the class by the logger's name.
   */
  @Test
  default void level_opensALine_itsCallerIsTheApplication() {
    service().options("level.shop=DEBUG");
    String message = service().newMessage();
    service().ask("message=" + message, "level=DEBUG");
    assertThat(service().awaitLine(CALLER_FILE, message))
        .matches("(io\\.sidelight\\.tests\\.logging\\.\\w+|shop\\.Orders)\\.log " + message);
  }
}
