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
  final List<String> commandOptions;
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
    headerLastWords = listed(file.section("header last words"));
    headerTailWords = listed(file.section("header tail words"));
    cookieHeaders = listed(file.section("cookie headers"));
    urlHeaders = listed(file.section("url headers"));
    words = listed(file.section("words"));
    lastWords = listed(file.section("last words"));
    endings = file.section("endings");
    wholeKeys = listed(file.section("whole keys"));
    opaqueKeys = listed(file.section("opaque values"));
    queryKeys = listed(file.section("query keys"));
    countedWords = listed(file.section("counted words"));
    nameKeys = listed(file.section("name keys"));
    valueKeys = listed(file.section("value keys"));
    jwkMembers = new HashSet<>(file.section("json web key"));
    tailWords = listed(file.section("tail words"));
    harmlessLastWords = listed(file.section("harmless last words"));
    prose = listed(file.section("prose"));
    hookWords = listed(file.section("hook words"));
    quotedNames = listed(file.section("quoted names"));
    optionProse = listed(file.section("option prose"));
    commandOptions = file.section("command options");
    testResults = listed(file.section("test results"));
    pathWords = listed(file.section("path words"));
    vendorKeys = file.section("vendor keys");
    keep = listed(file.section("keep"));
    headers.addAll(listed(file.section("headers")));
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

  /** Names of the rules file, which are written as they are compared. */
  private static Set<String> listed(Collection<String> names) {
    Set<String> result = new HashSet<>();
    for (String name : names) {
      add(result, KeyWords.ofPlain(name));
    }
    return result;
  }

  /** Names of the user, in any spelling. */
  private static Set<String> joined(Collection<String> names) {
    Set<String> result = new HashSet<>();
    for (String name : new ArrayList<>(names)) {
      add(result, KeyWords.of(name));
    }
    return result;
  }

  private static void add(Set<String> names, List<String> words) {
    if (!words.isEmpty()) {
      names.add(KeyWords.join(words));
    }
  }
}
