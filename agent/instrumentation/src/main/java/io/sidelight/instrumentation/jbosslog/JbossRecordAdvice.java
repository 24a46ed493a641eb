package io.sidelight.instrumentation.jbosslog;

import io.sidelight.instrumentation.jul.Formatters;
import io.sidelight.instrumentation.jul.Records;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedLine;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.MaskedLine;
import io.sidelight.log.RequestContext;
import io.sidelight.weaver.AdviceOn;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** Advice for records and their text. */
final class JbossRecordAdvice {

  private JbossRecordAdvice() {}

  /** After the constructor of {@code ExtLogRecord} that copies another one. */
  @AdviceOn(
      type = "org.jboss.logmanager.ExtLogRecord",
      method = "<init>",
      descriptor = "(Lorg/jboss/logmanager/ExtLogRecord;)V")
  static final class RecordCopyAdvice {

    private RecordCopyAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object copy, @Advice.Argument(0) Object record) {
      LoggedLine.copied(record, copy);
    }
  }

  /** After {@code ExtLogRecord.wrap}, which puts one of JBoss's records around one of the JDK's. */
  @AdviceOn(
      type = "org.jboss.logmanager.ExtLogRecord",
      method = "wrap",
      descriptor = "(Ljava/util/logging/LogRecord;)Lorg/jboss/logmanager/ExtLogRecord;")
  static final class RecordWrapAdvice {

    private RecordWrapAdvice() {}

    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(0) @Nullable Object record, @Advice.Return @Nullable Object wrapped) {
      if (record != null && wrapped != null && record != wrapped) {
        LoggedLine.copied(record, wrapped);
      }
    }
  }

  /** After {@code ExtLogRecord.getMdc(String)}, which patterns show. */
  @AdviceOn(
      type = "org.jboss.logmanager.ExtLogRecord",
      method = "getMdc",
      descriptor = "(Ljava/lang/String;)Ljava/lang/String;")
  static final class RecordValueAdvice {

    private RecordValueAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable String exit(
        @Advice.This Object record,
        @Advice.Argument(0) @Nullable String key,
        @Advice.Return @Nullable String own) {
      LoggedRequest request = own == null ? LoggedLine.requestOf(record) : null;
      return request == null ? null : request.value(key);
    }
  }

  /** After {@code ExtLogRecord.getMdcCopy}: a copy that its caller may change. */
  @AdviceOn(
      type = "org.jboss.logmanager.ExtLogRecord",
      method = "getMdcCopy",
      descriptor = "()Ljava/util/Map;")
  static final class RecordContextAdvice {

    private RecordContextAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Map<String, String> exit(
        @Advice.This Object record, @Advice.Return Map<String, String> own) {
      LoggedRequest request = LoggedLine.requestOf(record);
      return request == null ? null : new HashMap<>(RequestContext.of(own, request));
    }
  }

  /** After {@code MultistepFormatter.format}, which a formatter with a pattern inherits. */
  @AdviceOn(
      type = "org.jboss.logmanager.formatters.MultistepFormatter",
      method = "format",
      descriptor = "(Lorg/jboss/logmanager/ExtLogRecord;)Ljava/lang/String;",
      masks = true)
  static final class PatternAdvice {

    private PatternAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable String exit(
        @Advice.This Object formatter,
        @Advice.Argument(0) ExtLogRecord record,
        @Advice.Return String rendered) {
      ApplicationLog log = ApplicationLog.get();
      if (!(formatter instanceof PatternFormatter)) {
        return null;
      }
      boolean json = log.isJson();
      if (!json && !log.masks()) {
        return null;
      }
      LoggedRequest request = LoggedLine.requestOf(record);
      return MaskedLine.text(
          () ->
              json && Formatters.isReplaced((PatternFormatter) formatter, Steps::reason)
                  ? Records.json(ExtRecords.line(record), request)
                  : log.masked(rendered),
          () -> Records.withheld(record, request));
    }
  }
}
