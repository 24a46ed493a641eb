package io.sidelight.cli;

import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Writes an input of one channel redacted, in memory that {@link Lines#LIMIT} bounds. */
final class RedactedText {

  /** How much more is looked at to see whether a block may end. */
  private static final int BLOCK = 256 * 1024;

  private final Channel channel;
  private final Masks masks;

  /** Tells nobody: for what is looked at more than once. */
  private final Redactor silent;

  private final Lines in;
  private final RedactedOutput out;
  private final PrintStream err;

  private long line = 1;

  RedactedText(
      Channel channel,
      RedactionRules rules,
      boolean explained,
      InputStream in,
      RedactedOutput out,
      PrintStream err) {
    this.channel = channel;
    this.masks = new Masks(rules, explained);
    this.silent = new Redactor(rules);
    this.in = new Lines(out.flushedBefore(in));
    this.out = out;
    this.err = err;
  }

  /** Redacts all of it. What can't be redacted is not written. */
  void run() throws IOException, RefusedException {
    switch (channel.reading()) {
      case LINES:
        lines();
        break;
      case BLOCKS:
        blocks();
        break;
      default:
        write(text(Lines.LIMIT, "the input is longer than "));
    }
    out.flush();
  }

  private void lines() throws IOException, RefusedException {
    StringBuilder unit = new StringBuilder();
    while (in.next()) {
      check();
      if (!(channel.folds() && startsBlank(in.line()))) {
        write(unit.toString());
        unit.setLength(0);
      }
      add(unit, "a folded line is longer than ");
      if (!channel.folds()) {
        write(unit.toString()); // now, as somebody may wait for it
        unit.setLength(0);
      }
    }
    write(unit.toString());
  }

  /**
   * A private key or an object under a sensitive key may span lines, so a block of lines is written
   * only when what follows it makes no difference to it, nor it to what follows: when both together
   * come out as one after the other.
   */
  private void blocks() throws IOException, RefusedException {
    String block = text(BLOCK, "");
    while (!block.isEmpty()) {
      String next = text(Math.max(BLOCK, block.length()), "");
      String both = block.concat(next);
      String apart = redacted(silent, block).concat(redacted(silent, next));
      if (next.isEmpty() || apart.equals(redacted(silent, both))) {
        write(block);
        block = next;
      } else if (both.length() > Lines.LIMIT) {
        throw new RefusedException(
            "from line " + line + " on, a secret spans more than " + Lines.LIMIT_TEXT);
      } else {
        block = both;
      }
    }
  }

  /**
   * Whole lines of at least {@code enough} characters, or all that there is.
   *
   * @param tooLong begins the message if it is more than can be redacted at once
   */
  private String text(int enough, String tooLong) throws IOException, RefusedException {
    StringBuilder text = new StringBuilder();
    while (text.length() < enough && in.next()) {
      check();
      add(text, tooLong.isEmpty() ? "a line is longer than " : tooLong);
    }
    if (channel.reading() == Channel.Reading.WHOLE && text.length() >= enough && in.next()) {
      throw new RefusedException(tooLong + Lines.LIMIT_TEXT);
    }
    return text.toString();
  }

  private void check() throws RefusedException {
    if (in.tooLong()) {
      throw new RefusedException("a line is longer than " + Lines.LIMIT_TEXT);
    }
  }

  private void add(StringBuilder to, String tooLong) throws RefusedException {
    if (channel.reading() != Channel.Reading.BLOCKS
        && to.length() + in.line().length() > Lines.LIMIT) {
      throw new RefusedException(tooLong + Lines.LIMIT_TEXT);
    }
    to.append(in.line());
  }

  private void write(String text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    out.write(redacted(masks.redactor(), text));
    masks.tell(where(), err);
    line += text.chars().filter(c -> c == '\n').count();
  }

  private static boolean startsBlank(String line) {
    return line.startsWith(" ") || line.startsWith("\t");
  }

  private String where() {
    return channel.reading() == Channel.Reading.LINES ? "line " + line + ": " : "";
  }

  private String redacted(Redactor by, String text) {
    int end = Lines.end(text);
    String content = text.substring(0, end);
    return channel.redact(by, content).concat(text.substring(end));
  }
}
