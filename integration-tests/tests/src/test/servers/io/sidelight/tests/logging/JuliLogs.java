package io.sidelight.tests.logging;

import java.util.logging.Formatter;
import org.apache.juli.OneLineFormatter;

/** {@code java.util.logging} with the formatter that Tomcat sets up. */
final class JuliLogs extends JulLogs {

  @Override
  Formatter formatter() {
    OneLineFormatter formatter = new OneLineFormatter();
    formatter.setTimeFormat("HH:mm:ss.SSS '[{request_id}] [{user_id}]'");
    return formatter;
  }
}
