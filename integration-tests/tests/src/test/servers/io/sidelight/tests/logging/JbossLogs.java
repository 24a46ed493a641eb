package io.sidelight.tests.logging;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.MDC;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.AsyncHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.jboss.logmanager.handlers.FileHandler;

/** JBoss LogManager in place of the JDK's, behind the same API. */
final class JbossLogs extends JulLogs {

  private static final String JBOSS_PATTERN =
      "[%X{request_id}] [%X{user_id}] [%X{own}] %p %c - %s%e%n";

  static {
    // In time only if nobody has touched java.util.logging, the agent included.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
  }

  @Override
  public void configure(Path work) throws Exception {
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.clearHandlers();
    ConsoleHandler console = new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, pattern());
    console.setEncoding(StandardCharsets.UTF_8.name());
    root.addHandler(console);
    root.addHandler(file(work.resolve(FILE), pattern()));
    root.addHandler(file(work.resolve(OWN_FILE), new OwnFormatter()));
    root.addHandler(file(work.resolve("hidden.log"), new HidingFormatter()));
    AsyncHandler async = new AsyncHandler();
    async.addHandler(file(work.resolve(ASYNC_FILE), pattern()));
    root.addHandler(async);
    filter();
  }

  private static Formatter pattern() {
    return new PatternFormatter(JBOSS_PATTERN);
  }

  private static FileHandler file(Path path, Formatter formatter) throws Exception {
    FileHandler handler = new FileHandler(formatter);
    handler.setEncoding(StandardCharsets.UTF_8.name()); // 2.1 would close the file
    handler.setFile(new File(path.toString()));
    return handler;
  }

  @Override
  public void put(String key, String value) {
    MDC.put(key, value);
  }

  @Override
  public void remove(String key) {
    MDC.remove(key);
  }

  @Override
  public String get(String key) {
    return MDC.get(key);
  }

  @Override
  public Map<String, String> context() {
    return MDC.copy();
  }

  /** Hides numbers of customers in what the pattern makes. */
  private static final class HidingFormatter extends PatternFormatter {

    HidingFormatter() {
      super("%s%n");
    }

    @Override
    public String format(ExtLogRecord record) {
      return super.format(record).replaceAll("customer [0-9]+", "customer ***");
    }
  }
}
