package io.sidelight.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What counts as sensitive: the default lists ({@code redaction-rules.txt}), more keys and headers
 * from the user, and names that the user wants to keep. Immutable.
 *
 * <p>Entries are compared as joined words ({@code apikey} for {@code X-Api.Key} without its {@code
 * x}), so that the way a name is written does not matter.
 */
public final class RedactionRules {

  private static final int MOST_LETTERS_ASKED = 3;

  final Set<String> headers = new HashSet<>();
  final Set<String> headerLastWords;
  final Set<String> headerTailWords;
  final Set<String> cookieHeaders;
  final Set<String> urlHeaders;
  final Set<String> words;
  final Set<String> lastWords;
  final List<String> endings;
  final Set<String> wholeKeys;
  final Set<String> opaqueKeys;
  final Set<String> queryKeys;
  final Set<String> countedWords;
  final Set<String> nameKeys;
  final Set<String> valueKeys;
  final Set<String> jwkMembers;
  final Set<String> tailWords;
  final Set<String> harmlessLastWords;
  final Set<String> prose;
  final Set<String> testResults;
  final Set<String> quotedNames;
  final Set<String> optionProse;
  final Set<String> pathWords;
  final Set<String> hookWords;
  final List<String> vendorKeys;

  /** Letters of the shortest name of a key; 1 at least, so that a number is never a key. */
  final int leastLetters;

  /** Whole keys and headers to leave alone. */
  final Set<String> keep;

  /** Names that the user added: neither a default nor a list of the user takes them away. */
  final Set<String> added = new HashSet<>();

  private RedactionRules(
      RulesFile file, Collection<String> moreKeys, Collection<String> moreHeaders) {
    headerLastWords = joined(file.section("header last words"));
    headerTailWords = joined(file.section("header tail words"));
    cookieHeaders = joined(file.section("cookie headers"));
    urlHeaders = joined(file.section("url headers"));
    words = joined(file.section("words"));
    lastWords = joined(file.section("last words"));
    endings = file.section("endings");
    wholeKeys = joined(file.section("whole keys"));
    opaqueKeys = joined(file.section("opaque values"));
    queryKeys = joined(file.section("query keys"));
    countedWords = joined(file.section("counted words"));
    nameKeys = joined(file.section("name keys"));
    valueKeys = joined(file.section("value keys"));
    jwkMembers = new HashSet<>(file.section("json web key"));
    tailWords = joined(file.section("tail words"));
    harmlessLastWords = joined(file.section("harmless last words"));
    prose = joined(file.section("prose"));
    hookWords = joined(file.section("hook words"));
    quotedNames = joined(file.section("quoted names"));
    optionProse = joined(file.section("option prose"));
    testResults = joined(file.section("test results"));
    pathWords = joined(file.section("path words"));
    vendorKeys = file.section("vendor keys");
    keep = joined(file.section("keep"));
    headers.addAll(joined(file.section("headers")));
    added.addAll(joined(moreKeys));
    added.addAll(joined(moreHeaders));
    headers.addAll(joined(moreHeaders));
    int least = MOST_LETTERS_ASKED;
    least = leastLetters(words, least);
    least = leastLetters(lastWords, least);
    least = leastLetters(endings, least);
    least = leastLetters(wholeKeys, least);
    least = leastLetters(opaqueKeys, least);
    least = leastLetters(countedWords, least);
    leastLetters = leastLetters(added, least);
  }

  private static int leastLetters(Collection<String> names, int most) {
    int least = most;
    for (String name : names) {
      int letters = 0;
      for (int i = 0; i < name.length(); i++) {
        // A key with a letter of another alphabet is always looked up.
        letters += Shapes.lower(name.charAt(i)) ? 1 : name.charAt(i) >= 0x80 ? most : 0;
      }
      least = Math.min(least, Math.max(1, letters));
    }
    return least;
  }

  /** The default lists alone. */
  public static RedactionRules defaults() {
    return with(Collections.emptyList(), Collections.emptyList(), Collections.emptyList());
  }

  /**
   * The default lists changed by the user's.
   *
   * @param keys names of keys to mask as well, in any spelling; a name also matches at the end of a
   *     longer key
   * @param headers names of headers to mask as well
   * @param keep names of keys and headers that the default lists would mask and that stay readable;
   *     a name matches the whole key only. A name that is added too is masked.
   */
  public static RedactionRules with(
      Collection<String> keys, Collection<String> headers, Collection<String> keep) {
    RedactionRules rules = new RedactionRules(RulesFile.load(), keys, headers);
    rules.lastWords.addAll(joined(keys));
    rules.keep.addAll(joined(keep));
    rules.keep.removeAll(rules.added);
    rules.headers.removeAll(rules.keep);
    rules.cookieHeaders.removeAll(rules.keep);
    return rules;
  }

  private static Set<String> joined(Collection<String> names) {
    Set<String> result = new HashSet<>();
    for (String name : new ArrayList<>(names)) {
      String joined = KeyWords.join(KeyWords.of(name));
      if (!joined.isEmpty()) {
        result.add(joined);
      }
    }
    return result;
  }
}
