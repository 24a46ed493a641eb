package io.sidelight.output;

import io.sidelight.exchange.GuardedCall;
import io.sidelight.redact.Redactor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exception with its causes as text of at most 8192 characters. The root cause comes first, as
 * it says what went wrong and survives any cut; then {@code Wrapped by:} outwards, each without the
 * frames that it shares with its cause. Every link keeps its headline: only frames are given up for
 * room.
 *
 * <p>Exceptions are the application's own classes: cycles, getters that throw and absent stacks are
 * expected. Messages are redacted; class and frame names are code.
 */
final class ExceptionText {

  private static final int LIMIT = 8192;

  /** Links that are shown next to the root and next to the outermost one, when there are many. */
  private static final int NEAR_EACH_END = 4;

  /** Causes that are looked for a root: some exceptions make another cause each time. */
  static final int LONGEST_CHAIN = 10_000;

  /** Room that is kept for each link to come. */
  private static final int LINK = 640;

  private static final int SUPPRESSED = 3;

  /** What a headline may take, of a message and of one suppressed exception. */
  private static final int MESSAGE = 300;

  private static final int ROOT_MESSAGE = 1024;

  /** What goes to the redactor: more than is shown, so that a cut secret is not the end shown. */
  private static final int RAW_MESSAGE = 4096;

  /** The same for a message that has a longer word, such as JSON without spaces. */
  private static final int LONGEST_WORD = 65_536;

  private final Redactor redactor;
  private final StringBuilder out = new StringBuilder(2048);

  private ExceptionText(Redactor redactor) {
    this.redactor = redactor;
  }

  /** Throws what the redactor throws: the caller leaves the whole text out. */
  static String of(Throwable thrown, Redactor redactor) {
    return new ExceptionText(redactor).write(causes(thrown));
  }

  /** The message as lines show it, null when there is none. */
  static @Nullable String message(Throwable thrown, Redactor redactor) {
    return new ExceptionText(redactor).message(thrown, ROOT_MESSAGE);
  }

  /** Outermost first, cut at the first that comes again. */
  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable link = thrown;
    while (link != null && chain.size() < LONGEST_CHAIN && known.add(link)) {
      chain.add(link);
      link = GuardedCall.cause(link);
    }
    return chain;
  }

  private String write(List<Throwable> chain) {
    int root = chain.size() - 1;
    if (chain.size() == LONGEST_CHAIN) {
      out.append("(cause number ").append(LONGEST_CHAIN).append(", the root cause is not known)\n");
    }
    StackTraceElement[] deeper = {};
    for (int i = root; i >= 0; i--) {
      if (i <= root - NEAR_EACH_END && i >= NEAR_EACH_END) {
        int more = i - NEAR_EACH_END + 1;
        out.append("\n... ").append(more).append(" more causes");
        i -= more - 1;
        continue;
      }
      if (i != root) {
        out.append("\nWrapped by: ");
      }
      Throwable link = chain.get(i);
      headline(link, i == root ? ROOT_MESSAGE : MESSAGE);
      suppressed(link);
      StackTraceElement[] frames = GuardedCall.stack(link);
      int toCome = Math.min(i, 2 * NEAR_EACH_END - 1) * LINK;
      frames(frames, frames.length - shared(frames, deeper), LIMIT - toCome);
      deeper = frames;
    }
    return out.length() <= LIMIT ? out.toString() : out.substring(0, LIMIT);
  }

  private void headline(Throwable thrown, int room) {
    clipped(thrown.getClass().getName(), 200);
    String message = message(thrown, room);
    if (message != null) {
      out.append(": ").append(message);
    }
  }

  private @Nullable String message(Throwable thrown, int room) {
    String raw = GuardedCall.message(thrown);
    if (raw == null) {
      return null;
    }
    String start = raw.length() <= RAW_MESSAGE ? raw : wholeWords(raw, room);
    if (start.isEmpty() && !raw.isEmpty()) {
      return "(a message of " + raw.length() + " characters without white space, not shown)";
    }
    String masked = redactor.text(start);
    if (masked.length() > room) {
      return masked.substring(0, room).concat("...");
    }
    return start.length() == raw.length() ? masked : masked.concat("...");
  }

  /**
   * The start of a long message, cut between words, so that no part of a secret is left; empty
   * where that is not possible.
   *
   * @param room what is to be shown of it
   */
  private static String wholeWords(String raw, int room) {
    int end = wordEnd(raw, room, RAW_MESSAGE);
    if (end == 0 && raw.length() <= LONGEST_WORD) {
      return raw;
    }
    if (end == 0) {
      end = wordEnd(raw, room, LONGEST_WORD);
    }
    return raw.substring(0, end == 0 ? wordEnd(raw, 0, room) : end);
  }

  /** The last white space from one place to another, 0 when there is none. */
  private static int wordEnd(String raw, int from, int to) {
    int end = to;
    while (end > from && !Character.isWhitespace(raw.charAt(end))) {
      end--;
    }
    return end > from ? end : 0;
  }

  private void suppressed(Throwable thrown) {
    Throwable[] all = thrown.getSuppressed();
    for (int i = 0; i < all.length && out.length() < LIMIT / 2; i++) {
      if (i == SUPPRESSED) {
        out.append("\n\t... ").append(all.length - i).append(" more suppressed");
        return;
      }
      out.append("\n\tSuppressed: ");
      headline(all[i], MESSAGE);
    }
  }

  private void frames(StackTraceElement[] frames, int own, int limit) {
    int shown = 0;
    while (shown < own && out.length() < limit - 160) {
      frame(frames[shown++]);
    }
    if (shown < own) {
      out.append("\n\t... ").append(own - shown).append(" more frames");
    }
    if (own < frames.length) {
      out.append("\n\t... ").append(frames.length - own).append(" in common");
    }
  }

  private void frame(StackTraceElement frame) {
    out.append("\n\tat ");
    clipped(frame.getClassName(), 200);
    out.append('.');
    clipped(frame.getMethodName(), 100);
    String file = frame.getFileName();
    if (frame.isNativeMethod()) {
      out.append("(native)");
    } else if (file != null) {
      out.append('(');
      clipped(file, 100);
      if (frame.getLineNumber() > 0) {
        out.append(':').append(frame.getLineNumber());
      }
      out.append(')');
    }
  }

  private void clipped(String text, int room) {
    out.append(text, 0, Math.min(room, text.length()));
  }

  /** How many of the last frames are the same in both. */
  private static int shared(StackTraceElement[] frames, StackTraceElement[] others) {
    int same = 0;
    while (same < frames.length
        && same < others.length
        && frames[frames.length - 1 - same].equals(others[others.length - 1 - same])) {
      same++;
    }
    return same;
  }
}
