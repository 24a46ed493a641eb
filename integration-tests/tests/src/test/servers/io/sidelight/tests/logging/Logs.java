package io.sidelight.tests.logging;

import java.nio.file.Path;
import java.util.Map;

/**
 * One logging library, used as an application uses it. There is a class for each back end and API,
 * with a constructor without arguments, compiled against the very release that it runs with.
 *
 * <p>It knows nothing of the agent's.
 */
interface Logs {

  /** File with the lines of an ordinary appender, in the form of {@link #PATTERN}. */
  String FILE = "application.log";

  /** The same of an appender that writes on a thread of its own. */
  String ASYNC_FILE = "async.log";

  /** The same of a layout of the application's own, which is no pattern: {@code {"own":"…"}}. */
  String OWN_FILE = "own.log";

  /** Loggers below it log nothing: a filter of the application denies their lines. */
  String FILTERED = "filtered";

  /** How a line looks, in the words of Logback and Log4j; a stack trace follows. */
  String PATTERN = "[%X{request_id}] [%X{user_id}] [%X{own}] %level %logger - %msg%n";

  /**
   * Sets the library up: the level is INFO, and every line goes to standard output and to the three
   * files.
   *
   * @param work folder for the files
   */
  void configure(Path work) throws Exception;

  /** Logs a line, with what the API has for it. */
  void log(Line line);

  /**
   * Logs DEBUG lines whose arguments, values, exceptions and suppliers are {@link Hostile}, in all
   * ways that the API has; each begins with the message or is about one that does.
   */
  default void logHostile(String logger, String message) {}

  /** Whether the logger says that a line of this level would be written. */
  boolean isEnabled(String logger, String level);

  /** Puts a value into the context of this thread. */
  void put(String key, String value);

  void remove(String key);

  /** A value of the context as the application sees it, null for none. */
  String get(String key);

  /** A copy of the whole context as the application sees it; never null. */
  Map<String, String> context();
}
