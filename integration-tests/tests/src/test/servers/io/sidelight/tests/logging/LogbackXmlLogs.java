package io.sidelight.tests.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Logback by a file, {@code logback.xml} in the folder to work in, which it looks at again and
 * again. Lines go to standard output, to {@link #FILE}, and to a file for each request.
 */
final class LogbackXmlLogs extends Slf4jLogs {

  private static final String CONFIGURATION =
      """
      <configuration scan="true" scanPeriod="100 milliseconds">
        <conversionRule conversionWord="put"
          converterClass="%3$s"/>
        <appender name="PUT" class="ch.qos.logback.core.FileAppender">
          <file>%1$s/put.log</file>
          <encoder><pattern>[%%put] [%%X{added}] [%%X{request_id}] %%msg%%n</pattern></encoder>
        </appender>
        <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%2$s</pattern></encoder>
        </appender>
        <appender name="FILE" class="ch.qos.logback.core.FileAppender">
          <file>%1$s/application.log</file>
          <encoder><pattern>%2$s</pattern></encoder>
        </appender>
        <appender name="SIFT" class="ch.qos.logback.classic.sift.SiftingAppender">
          <discriminator>
            <key>request_id</key>
            <defaultValue>none</defaultValue>
          </discriminator>
          <sift>
            <appender name="SIFT-${request_id}" class="ch.qos.logback.core.FileAppender">
              <file>%1$s/sift-${request_id}.log</file>
              <encoder><pattern>%2$s</pattern></encoder>
            </appender>
          </sift>
        </appender>
        <root level="INFO">
          <appender-ref ref="OUT"/>
          <appender-ref ref="FILE"/>
          <appender-ref ref="SIFT"/>
          <appender-ref ref="PUT"/>
        </root>
      </configuration>
      """;

  @Override
  public void configure(Path work) throws Exception {
    Path file = work.resolve("logback.xml");
    Files.writeString(file, CONFIGURATION.formatted(work, PATTERN, PutConverter.class.getName()));
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(file.toFile());
  }
}
