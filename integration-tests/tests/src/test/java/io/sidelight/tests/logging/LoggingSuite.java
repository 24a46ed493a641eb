package io.sidelight.tests.logging;

import io.sidelight.tests.harness.Compatibility;
import io.sidelight.tests.harness.TestedRelease;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/**
 * One running service that logs. A subclass starts it with {@link #use}. Tests set the options that
 * they are about and run in the order of their names, so that options change seldom.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
@SuppressWarnings("NullAway.Init") // before each invocation of the class
abstract class LoggingSuite implements LoggingContractPart {

  @TempDir static Path folder;

  private static LoggingService service;

  static void use(TestedRelease target) {
    service = LoggingService.start(target, folder);
    service.server().jvm().expect("logs=json leaves ");
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    service.finish();
    Compatibility.finished(service.server().target());
  }

  @Override
  public final LoggingService service() {
    return service;
  }
}
