package io.sidelight.tests.logging;

import java.io.IOException;
import java.nio.file.Path;

/** Log4j 2 behind SLF4J 1.7, as it is found beside a servlet container. */
final class Log4jLogs extends Slf4jLogs {

  @Override
  public void configure(Path work) throws IOException {
    Log4jConfig.configure(work, "Root");
  }
}
