package io.sidelight.instrumentation.springboot;

import io.sidelight.output.ServiceLabel;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Before {@code SpringApplication.postProcessApplicationContext}: the environment is complete. */
@AdviceOn(
    type = "org.springframework.boot.SpringApplication",
    method = "postProcessApplicationContext",
    descriptor = "(Lorg/springframework/context/ConfigurableApplicationContext;)V")
final class ContextAdvice {

  private static final String NAME = "spring.application.name";

  private ContextAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) @Nullable ConfigurableApplicationContext context) {
    ServiceLabel label = ServiceLabel.installed();
    if (label != null && label.isOpen() && context != null) {
      label.applicationIs(name(context));
    }
  }

  /**
   * The property, which Spring Boot itself reads next; null if it is not set or can't be resolved.
   */
  private static @Nullable String name(ConfigurableApplicationContext context) {
    try {
      return context.getEnvironment().getProperty(NAME);
    } catch (RuntimeException e) {
      return null; // a placeholder without a value, or a source of the application that fails
    }
  }
}
