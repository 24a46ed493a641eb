package io.sidelight.redact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides by name what a key stands for, and remembers decisions.
 *
 * <p>Keys come from strangers, so the memory is a table of {@value #SLOTS} slots for each role in
 * which a newer key takes the place of an older one, for keys of at most {@value #MAX_REMEMBERED}
 * characters. Entries are immutable and published by a plain write: a race costs a second decision,
 * nothing else. A remembered key is found without allocation.
 */
final class KeyRules {

  static final int SLOTS = 1024;
  static final int MAX_REMEMBERED = 128;

  /** Slots in which a key may be, so that two keys of a document don't drive each other out. */
  private static final int WAYS = 4;

  private final RedactionRules rules;

  /** Set while the reason of a decision is asked for. */
  private @Nullable StringBuilder reason;

  private final @Nullable KnownKey[][] memory = new @Nullable KnownKey[Role.values().length][SLOTS];

  private final @Nullable KnownKey[] keyMemory = memory[Role.KEY.ordinal()];

  KeyRules(RedactionRules rules) {
    this.rules = rules;
  }

  /** The key {@code s[from, to)} and what it says; the same object as long as it is remembered. */
  KnownKey known(String s, int from, int to) {
    return known(Role.KEY, s, from, to);
  }

  /** The known key that stands at {@code at} in JSON, if it is one that came after {@code key}. */
  @Nullable KnownKey follower(KnownKey key, byte[] text, int at) {
    return key.followerAt(keyMemory, text, at);
  }

  KeyKind of(String s, int from, int to) {
    return remembered(Role.KEY, s, from, to);
  }

  private KeyKind remembered(Role role, String s, int from, int to) {
    if (to <= from) {
      return KeyKind.PLAIN;
    }
    return known(role, s, from, to).kind;
  }

  private KnownKey known(Role role, String s, int from, int to) {
    int length = to - from;
    if (length > MAX_REMEMBERED) {
      String key = s.substring(from, to);
      return new KnownKey(key, decide(role, key), KnownKey.NO_SLOT);
    }
    @Nullable KnownKey[] table = memory[role.ordinal()];
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + s.charAt(i);
    }
    int first = (hash ^ hash >>> 15) & (SLOTS - WAYS);
    int free = first + (hash >>> 10 & (WAYS - 1));
    for (int slot = first; slot < first + WAYS; slot++) {
      KnownKey entry = table[slot];
      if (entry == null) {
        free = slot;
      } else if (entry.key.length() == length && s.regionMatches(from, entry.key, 0, length)) {
        return entry;
      }
    }
    String key = s.substring(from, to);
    KnownKey entry = new KnownKey(key, decide(role, key), free);
    table[free] = entry;
    return entry;
  }

  private KeyKind decide(Role role, String key) {
    switch (role) {
      case PHRASE:
        return decidePhrase(key);
      case PHRASE_END:
        return decidePhraseEnd(key);
      case HEADER:
        return decideHeader(key);
      case SEGMENT:
        return decideSegment(key);
      case QUERY:
        return decideQuery(key);
      case NAME:
        return decideName(key);
      case MEMBER:
        return decideMember(key);
      case COOKIE:
        boolean kept = rules.keep.contains(KeyWords.join(KeyWords.of(key)));
        return kept ? KeyKind.PLAIN : KeyKind.SECRET;
      default:
        return decide(key);
    }
  }

  /** Which rule decides on a name, such as {@code key "accessToken" (last word token)}. */
  String reason(Role role, String name) {
    StringBuilder why = new StringBuilder();
    reason = why;
    decide(role, name);
    reason = null;
    String rule = why.length() == 0 ? "" : " (" + why + ")";
    switch (role) {
      case HEADER:
        return "header " + name;
      case SEGMENT:
        return "path word " + name + rule;
      case COOKIE:
        return "cookie " + name;
      default:
        return "key \"" + name + '"' + rule;
    }
  }

  private KeyKind because(KeyKind kind, String list, List<String> words, int from, int to) {
    if (reason != null) {
      reason.append(list);
      for (int i = from; i < to; i++) {
        reason.append(' ').append(words.get(i));
      }
    }
    return kind;
  }

  /** Whether the user wants the cookie of this name to stay readable. */
  boolean keepsCookie(String name) {
    return remembered(Role.COOKIE, name, 0, name.length()) == KeyKind.PLAIN;
  }

  KeyKind of(String key) {
    return of(key, 0, key.length());
  }

  /** How many keys are remembered, for tests. */
  int remembered() {
    int count = 0;
    for (KnownKey entry : memory[Role.KEY.ordinal()]) {
      count += entry == null ? 0 : 1;
    }
    return count;
  }

  /** Whether the words before a separator in prose, such as "API key: ", name a secret. */
  boolean phrase(String s, int from, int to) {
    return remembered(Role.PHRASE, s, from, to) == KeyKind.SECRET;
  }

  /**
   * Whether a phrase that names a secret may end in this word. Words before a separator are few;
   * what stands before them may be a number, different each time.
   */
  boolean endsPhrase(String s, int from, int to) {
    return remembered(Role.PHRASE_END, s, from, to) == KeyKind.SECRET;
  }

  private KeyKind decidePhraseEnd(String key) {
    List<String> words = KeyWords.of(key);
    if (!words.isEmpty()) {
      String last = words.get(words.size() - 1);
      for (String name : rules.lastWords) {
        if (name.endsWith(last)) {
          return KeyKind.SECRET;
        }
      }
    }
    return KeyKind.PLAIN;
  }

  /**
   * Whether {@code s[from, to)} has as many letters as the shortest name in the lists. Times and
   * measures ({@code 2026-11-22T10}, {@code 12ms}) don't, and as keys they would drive others out
   * of the memory.
   */
  boolean mayBeListed(String s, int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if (c >= 0x80 || c == '\\' || c == '%') {
        return true;
      }
      if (Shapes.lower(c) || Shapes.upper(c)) {
        letters++;
        if (letters >= rules.leastLetters) {
          return true;
        }
      }
    }
    return false;
  }

  /** What the name of a header says about its value. */
  KeyKind ofHeader(String name) {
    return remembered(Role.HEADER, name, 0, name.length());
  }

  private KeyKind decideHeader(String name) {
    String joined = KeyWords.join(KeyWords.of(name));
    if (rules.headers.contains(joined)) {
      return KeyKind.SECRET;
    }
    if (rules.cookieHeaders.contains(joined)) {
      return KeyKind.COOKIES;
    }
    return rules.urlHeaders.contains(joined) ? KeyKind.REFERENCE : decide(name);
  }

  /** What the key of a parameter in a query says, of which {@link #of} can't be sure. */
  KeyKind ofQuery(String s, int from, int to) {
    return remembered(Role.QUERY, s, from, to);
  }

  private KeyKind decideQuery(String key) {
    KeyKind kind = decide(key);
    List<String> words = KeyWords.of(key);
    return kind == KeyKind.OPAQUE && rules.queryKeys.contains(KeyWords.join(words))
        ? because(KeyKind.QUALIFIED, ", query key", words, 0, words.size())
        : kind;
  }

  /** What a name that is a value itself says about the value beside it. */
  KnownKey knownName(String s, int from, int to) {
    return known(Role.NAME, s, from, to);
  }

  private KeyKind decideName(String name) {
    KeyKind kind = decideHeader(name);
    switch (kind) {
      case COOKIES:
        return KeyKind.SECRET;
      case SECRET:
      case QUALIFIED:
      case OPAQUE:
      case COUNTED:
        return kind;
      default:
        return KeyKind.PLAIN;
    }
  }

  /** Which part a member of a group has in a pair of name and value. */
  KeyKind ofMember(String s, int from, int to) {
    return remembered(Role.MEMBER, s, from, to);
  }

  private KeyKind decideMember(String key) {
    String joined = KeyWords.join(KeyWords.of(key));
    if (rules.nameKeys.contains(joined)) {
      return KeyKind.NAMES;
    }
    if (rules.valueKeys.contains(joined)) {
      return KeyKind.NAMED;
    }
    if (joined.equals("path")) {
      return KeyKind.POINTER;
    }
    return joined.equals("op") ? KeyKind.OPERATION : KeyKind.PLAIN;
  }

  /**
   * What a path segment says about the next: a secret ({@code token}, {@code reset-password}), one
   * unless it is a UUID ({@code verify}, said as {@link KeyKind#OPAQUE}), or nothing.
   */
  KeyKind ofSegment(String s, int from, int to) {
    return remembered(Role.SEGMENT, s, from, to);
  }

  private KeyKind decideSegment(String segment) {
    KeyKind kind = decide(segment);
    if (kind == KeyKind.SECRET || kind == KeyKind.QUALIFIED) {
      return KeyKind.SECRET;
    }
    if (rules.hookWords.contains(KeyWords.join(KeyWords.of(segment)))) {
      return KeyKind.HOOK;
    }
    boolean announces = false;
    boolean secret = false;
    List<String> words = KeyWords.of(segment);
    for (int i = 0; i < words.size(); i++) {
      announces |= rules.pathWords.contains(words.get(i));
      secret |= named(words.get(i));
    }
    if (!announces) {
      return KeyKind.PLAIN;
    }
    return secret ? KeyKind.SECRET : KeyKind.OPAQUE;
  }

  private KeyKind decidePhrase(String phrase) {
    List<String> words = KeyWords.of(phrase);
    for (int first = words.size() - 2; first >= 0 && first >= words.size() - 3; first--) {
      if (rules.lastWords.contains(KeyWords.join(words, first, words.size()))) {
        return because(KeyKind.SECRET, "phrase", words, first, words.size());
      }
    }
    return KeyKind.PLAIN;
  }

  private KeyKind decide(String key) {
    List<String> words = KeyWords.of(lastOfClassName(key));
    if (words.isEmpty()) {
      return KeyKind.PLAIN;
    }
    String joined = KeyWords.join(words);
    if (rules.added.contains(joined)) {
      return because(KeyKind.SECRET, "added", words, 0, words.size());
    }
    if (rules.keep.contains(joined)) {
      return KeyKind.PLAIN;
    }
    int end = words.size();
    while (end > 1 && looksThrough(words.get(end - 1))) {
      end--;
    }
    String whole = KeyWords.join(words, 0, end);
    if (rules.wholeKeys.contains(whole)) {
      return because(KeyKind.SECRET, "whole key", words, 0, end);
    }
    if (named(whole)) {
      return because(KeyKind.SECRET, list(whole), words, 0, end);
    }
    List<String> innermost = KeyWords.inBrackets(key);
    if (rules.wholeKeys.contains(KeyWords.join(innermost))) {
      return because(KeyKind.SECRET, "whole key", innermost, 0, innermost.size());
    }
    int size = words.size();
    if (secretHeader(key, joined, words)) {
      return because(KeyKind.SECRET, "header", words, 0, 0);
    }
    if (endsInSecret(words, end)
        || (end < size && endsInSecret(words, size))
        || holdsSecret(words)) {
      return KeyKind.QUALIFIED;
    }
    for (int first = end - 1; first >= 0 && first >= end - 4; first--) {
      if (rules.countedWords.contains(KeyWords.join(words, first, end))) {
        return because(KeyKind.COUNTED, "counted word", words, first, end);
      }
    }
    if (rules.valueKeys.contains(joined)) {
      return KeyKind.NAMED;
    }
    if (rules.jwkMembers.contains(key)) {
      return because(KeyKind.JWK_MEMBER, "private part of a JSON Web Key", words, 0, 0);
    }
    return rules.opaqueKeys.contains(joined)
        ? because(KeyKind.OPAQUE, "opaque value of", words, 0, words.size())
        : KeyKind.PLAIN;
  }

  /** Whether this is the name of a header, in text or JSON too, that holds a secret. */
  private boolean secretHeader(String key, String joined, List<String> words) {
    if (rules.headers.contains(joined)) {
      return true;
    }
    if (key.indexOf('-') < 0 || key.indexOf('_') >= 0) {
      return false;
    }
    int end = words.size();
    while (end > 1
        && (digits(words.get(end - 1)) || rules.headerTailWords.contains(words.get(end - 1)))) {
      end--;
    }
    for (int first = end - 1; first >= 0 && first >= end - 2; first--) {
      if (rules.headerLastWords.contains(KeyWords.join(words, first, end))) {
        return true;
      }
    }
    return false;
  }

  private boolean named(String name) {
    return rules.words.contains(name) || rules.lastWords.contains(name);
  }

  private String list(String name) {
    return rules.words.contains(name) ? "word" : "last word";
  }

  private boolean endsInSecret(List<String> words, int end) {
    for (int first = end - 1; first >= 0 && first >= end - 4; first--) {
      String name = KeyWords.join(words, first, end);
      if (named(name)) {
        because(KeyKind.QUALIFIED, list(name), words, first, end);
        return true;
      }
    }
    String last = words.get(end - 1);
    for (int i = 0; i < rules.endings.size(); i++) {
      if (last.endsWith(rules.endings.get(i))) {
        because(KeyKind.QUALIFIED, "ending " + rules.endings.get(i), words, 0, 0);
        return true;
      }
    }
    return false;
  }

  private boolean holdsSecret(List<String> words) {
    int size = words.size();
    if (size > 1 && rules.harmlessLastWords.contains(words.get(size - 1))) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (rules.words.contains(words.get(i))) {
        because(KeyKind.QUALIFIED, "word", words, i, i + 1);
        return true;
      }
      if (i + 1 < size && rules.words.contains(KeyWords.join(words, i, i + 2))) {
        because(KeyKind.QUALIFIED, "word", words, i, i + 2);
        return true;
      }
    }
    return false;
  }

  private boolean looksThrough(String word) {
    return digits(word) || rules.tailWords.contains(word);
  }

  private static boolean digits(String word) {
    return Character.isDigit(word.charAt(0));
  }

  /**
   * In {@code com.acme.secret.Vault} only {@code Vault} counts: the rest is a package. Anything
   * else counts whole.
   */
  private static String lastOfClassName(String key) {
    int dot = key.lastIndexOf('.');
    if (dot <= 0 || dot + 2 >= key.length()) {
      return key;
    }
    if (!Shapes.upper(key.charAt(dot + 1)) || !Shapes.lower(key.charAt(dot + 2))) {
      return key;
    }
    for (int i = 0; i < dot; i++) {
      char c = key.charAt(i);
      if (!Shapes.lower(c) && !Shapes.digit(c) && c != '.' && c != '_') {
        return key;
      }
    }
    return key.substring(dot + 1);
  }

  /** What a name is used as. */
  enum Role {
    KEY,
    PHRASE,
    PHRASE_END,
    HEADER,
    SEGMENT,
    QUERY,
    NAME,
    MEMBER,
    COOKIE
  }
}
