package io.sidelight.log;

import io.sidelight.event.ApplicationLine;
import io.sidelight.event.Level;
import io.sidelight.output.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is written in place of a line that a pattern has made, for all logging libraries. A
 * line that can't be masked is withheld: in its place stands one with the level, the logger, the
 * time and the request that says so. Thread-safe.
 *
 * <p>Nothing is thrown, whatever fails, a stack overflow included: the rendered line would be lost
 * with an error that it did not have, or written as it is.
 */
public final class MaskedLine {

  /** Message of a line that is written in place of one that could not be masked. */
  public static final String WITHHELD = "(withheld: this line could not be masked)";

  private MaskedLine() {}

  /**
   * Creates the line of a library.
   *
   * @param masking makes the line; its result of null leaves the rendered one as it is
   * @param withheld makes a line of {@link #WITHHELD} with what is known of it, should that fail
   */
  public static byte @Nullable [] bytes(
      Callable<byte @Nullable []> masking, Callable<byte[]> withheld) {
    try {
      return masking.call();
    } catch (Throwable failure) {
      return withheld(failure, withheld);
    }
  }

  /** As {@link #bytes}, where the line is a text. */
  public static @Nullable String text(
      Callable<@Nullable String> masking, Callable<byte[]> withheld) {
    try {
      return masking.call();
    } catch (Throwable failure) {
      return new String(withheld(failure, withheld), StandardCharsets.UTF_8);
    }
  }

  /**
   * What is written where the advice that masks lines can't run at all.
   *
   * @param type {@code String}, {@code byte[]} or {@code StringBuilder}
   * @return null while lines are not to be masked
   */
  public static @Nullable Object withoutAdvice(Class<?> type) {
    ApplicationLog log = ApplicationLog.get();
    if (!log.isJson() && !log.masks()) {
      return null;
    }
    byte[] line = anonymous();
    if (type == byte[].class) {
      return line;
    }
    String text = new String(line, StandardCharsets.UTF_8);
    return type == StringBuilder.class ? new StringBuilder(text) : text;
  }

  /** Whether {@link #withoutAdvice} has a line of a type. */
  public static boolean isOf(Class<?> type) {
    return type == String.class || type == byte[].class || type == StringBuilder.class;
  }

  private static byte[] withheld(Throwable failure, Callable<byte[]> withheld) {
    try {
      Diagnostics.report(
          "masking", "A line could not be masked; one that says so stands in its place.", failure);
      return withheld.call();
    } catch (Throwable again) {
      return anonymous();
    }
  }

  /** A line of the agent's own about one of which nothing is known. */
  private static byte[] anonymous() {
    try {
      return ApplicationLog.get()
          .line(new ApplicationLine("sidelight", Level.WARN, WITHHELD), null);
    } catch (Throwable again) {
      return WITHHELD.concat("\n").getBytes(StandardCharsets.US_ASCII);
    }
  }
}
