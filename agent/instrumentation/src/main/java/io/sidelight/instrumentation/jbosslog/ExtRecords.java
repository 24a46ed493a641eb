package io.sidelight.instrumentation.jbosslog;

import io.sidelight.event.ApplicationLine;
import io.sidelight.exchange.GuardedCall;
import io.sidelight.instrumentation.jul.Records;
import io.sidelight.log.LoggedLine;
import io.sidelight.log.LoggedRequest;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** JBoss's records as lines of the agent's. */
final class ExtRecords {

  private ExtRecords() {}

  static ApplicationLine line(ExtLogRecord record) {
    String formatted = GuardedCall.orNull(record::getFormattedMessage);
    ApplicationLine line =
        Records.line(record, formatted == null ? record.getMessage() : formatted)
            .on(record.getThreadName());
    LoggedRequest request = LoggedLine.requestOf(record);
    for (Map.Entry<String, String> entry : record.getMdcCopy().entrySet()) {
      if (!isOurs(entry, request)) {
        line.context(entry.getKey(), entry.getValue());
      }
    }
    String nested = record.getNdc();
    if (nested != null && !nested.isEmpty()) {
      line.context("ndc", nested);
    }
    return line;
  }

  /** A record's context has the request in it, too. */
  private static boolean isOurs(Map.Entry<String, String> entry, @Nullable LoggedRequest request) {
    String value = request == null ? null : request.value(entry.getKey());
    return value != null && value.equals(entry.getValue());
  }
}
