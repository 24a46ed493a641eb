package io.sidelight.redact;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in what is about to be written: one method for each channel.
 *
 * <p>Every method takes any string, never throws for one, works in time linear in its length, and
 * gives the same instance back when nothing was masked, then without allocation. A second pass over
 * a result changes nothing. Thread-safe.
 */
public final class Redactor {

  /** What is written in place of a secret. */
  public static final String MASK = "[REDACTED]";

  static final int MOST_PASSES = 8;

  private final KeyRules keys;
  private final TextScanner text;
  private final Cookies cookies;
  private final @Nullable Work work;
  private final @Nullable Explainer explainer;

  /** Made when it is first needed, for the sake of the start-up; two at once do no harm. */
  private @Nullable JsonScanner json;

  private final CleanValues[] clean = new CleanValues[Channel.values().length];

  /** A redactor by these rules. */
  public Redactor(RedactionRules rules) {
    this(rules, null, null);
  }

  /** For tests: counts the work done in {@code work}. */
  Redactor(RedactionRules rules, @Nullable Work work) {
    this(rules, work, null);
  }

  private Redactor(RedactionRules rules, @Nullable Work work, @Nullable Consumer<String> onMask) {
    this.keys = new KeyRules(rules);
    this.explainer = onMask == null ? null : new Explainer(onMask, keys);
    this.text = new TextScanner(rules, keys, work, explainer);
    this.cookies = new Cookies(keys, text, explainer);
    this.work = work;
    for (int i = 0; i < clean.length; i++) {
      clean[i] = new CleanValues();
    }
  }

  /**
   * A redactor that tells the rule of each mask as it is made, such as {@code jwt} or {@code key
   * "accessToken" (last word token)}, in the order of the text for each pass over it. Masks as any
   * other does, but must be used by one thread at a time.
   *
   * @param onMask called on the thread that redacts; what it throws is thrown on
   */
  public static Redactor explaining(RedactionRules rules, Consumer<String> onMask) {
    return new Redactor(rules, null, onMask);
  }

  /** The value of one header line: whole, by URL part, or by shape, as its name asks for. */
  public String header(String name, String value) {
    KeyKind kind = keys.ofHeader(name);
    if (kind == KeyKind.COOKIES) {
      return cookies.mask(name, value);
    }
    if (kind.masks(value, 0, value.length())) {
      return masked(name, value);
    }
    return settle(kind == KeyKind.REFERENCE ? Channel.REFERENCE : Channel.TEXT, value);
  }

  private String masked(String header, String value) {
    if (MaskedCopy.isMask(value, 0, value.length())) {
      return value;
    }
    if (explainer != null) {
      explainer.key(KeyRules.Role.HEADER, header, 0, header.length());
      explainer.masked(value, 0, value.length());
    }
    return MASK;
  }

  /** A raw query string without its {@code ?}: values are masked, names and encoding stay. */
  public String query(String raw) {
    return settle(Channel.QUERY, raw);
  }

  /**
   * A raw path: matrix parameters by their key, segments by their shape or by the segment before.
   */
  public String path(String raw) {
    return settle(Channel.PATH, raw);
  }

  /** A URL, or a reference to one: userinfo, path, query and fragment. */
  public String url(String url) {
    return settle(Channel.REFERENCE, url);
  }

  /** Free text, such as a message. */
  public String text(String s) {
    return settle(Channel.TEXT, s);
  }

  /** A JSON text, whole or cut off, well-formed or not. */
  public String json(String s) {
    JsonScanner scanner = json;
    if (scanner == null) {
      scanner = new JsonScanner(text, keys, work, explainer);
      json = scanner;
    }
    return scanner.redact(s);
  }

  /**
   * The body of a form ({@code application/x-www-form-urlencoded}): values are masked, names and
   * encoding stay. What is JSON, whatever it was sent as, is read as JSON.
   */
  public String form(String s) {
    boolean isJson = (s.startsWith("{") || s.startsWith("[")) && !s.startsWith(MASK);
    return isJson ? json(s) : query(s);
  }

  /**
   * A body of several parts ({@code multipart/form-data}), whole or cut off. A part under a
   * sensitive name is masked whole; of a file its headers and its size are left.
   */
  @SuppressWarnings("ReferenceEquality") // the same string: nothing more to mask
  public String multipart(String s) {
    Multipart multipart = new Multipart(this, work);
    String result = s;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      String next = multipart.mask(result);
      if (next == result) {
        return result;
      }
      result = next;
    }
    return MASK;
  }

  /** Header lines as they are on the wire, folded ones included; a start line is read as text. */
  @SuppressWarnings("ReferenceEquality") // the same string: nothing more to mask
  public String headers(String lines) {
    HeaderBlock headers = new HeaderBlock(this, work, explainer);
    String result = lines;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      String next = headers.mask(result);
      if (next == result) {
        return result;
      }
      result = next;
    }
    return MASK;
  }

  /** Whether the value of a header of this name is a secret by its name alone. */
  boolean sensitiveHeader(String name) {
    KeyKind kind = keys.ofHeader(name);
    return kind == KeyKind.SECRET || kind == KeyKind.QUALIFIED || kind == KeyKind.COOKIES;
  }

  /** Tells that all of a part was masked because it can't be read. */
  void unreadable(String s, int from, int to) {
    if (explainer != null) {
      explainer.rule("unreadable part");
      explainer.masked(s, from, to);
    }
  }

  /** Whether a part of these names is a secret; one in an encoding that isn't read is. */
  boolean secretPart(List<String> names, String content) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.startsWith("=?") || keys.of(name).masks(content, 0, content.length())) {
        if (explainer != null) {
          explainer.key(KeyRules.Role.KEY, name, 0, name.length());
          explainer.masked(content, 0, content.length());
        }
        return true;
      }
    }
    return false;
  }

  /** Whether the value under this key is a secret by the key's name alone. */
  public boolean sensitiveKey(String key) {
    KeyKind kind = keys.of(key);
    return kind == KeyKind.SECRET || kind == KeyKind.QUALIFIED;
  }

  /**
   * Masks until nothing more is found. A mask can lay bare what the text around it hid, seldom and
   * in crafted input only, so almost always the second pass is the last, and text without secrets
   * needs one. A text that is crafted to need more than there are is masked whole.
   */
  private String settle(Channel channel, String s) {
    CleanValues known = clean[channel.ordinal()];
    if (known.has(s)) {
      return s;
    }
    String result = s;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      MaskedCopy copy = scan(channel, result);
      if (copy == null) {
        known.add(result);
        return result;
      }
      result = MaskedCopy.finish(copy, result);
    }
    return MASK;
  }

  private @Nullable MaskedCopy scan(Channel channel, String s) {
    switch (channel) {
      case QUERY:
        return text.urls().query(s, 0, s.length(), null);
      case PATH:
        return text.urls().path(s, 0, s.length(), null);
      case REFERENCE:
        return text.urls().reference(s, null);
      default:
        return text.scan(s, 0, s.length(), true, null);
    }
  }

  /** How a value is read. */
  private enum Channel {
    TEXT,
    QUERY,
    PATH,
    REFERENCE
  }
}
