package io.sidelight.redact;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * What Jazzer runs, by its name: any channel of the redactor on any text. An input is a line of
 * text, so that it can be read and written by hand: the letter of a channel, the letter of a form
 * in which a secret is planted, then what stands around it, with a {@code ~} in its place.
 *
 * <p>For each input: nothing is thrown, work is linear, a second pass changes nothing, and the
 * planted secret is gone. The last is asserted only where nothing in the text around it can make
 * the key something else than a key: where the channel has a syntax, since the text is put into
 * that syntax properly; in free text, if a twin of the form with a plain key in place of the
 * sensitive one is left as it is.
 */
public final class RedactorFuzz {

  /** No word of it is in a list, and no rule takes it for a secret by its shape. */
  static final String SECRET = "Qz4vUnter2Xk9";

  private static final String START = SECRET.substring(0, 6);
  private static final String END = SECRET.substring(SECRET.length() - 6);

  /** Steps for each character: all passes, each with all decodings of all values. */
  private static final long WORK_PER_CHAR = 100;

  private static final long WORK_AT_LEAST = 20_000;

  private static final Work WORK = new Work();
  private static final Redactor REDACTOR = new Redactor(RedactionRules.defaults(), WORK);

  private RedactorFuzz() {}

  /** Throws what fails. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length < 2) {
      return;
    }
    String text = text(data);
    int tilde = text.indexOf('~');
    String before = tilde < 0 ? text : text.substring(0, tilde);
    String after = tilde < 0 ? "" : text.substring(tilde + 1);
    holds(data[0], before.concat(after));
    if (!before.concat(after).contains(START) && !before.concat(after).contains(END)) {
      planted(data[0], data[1] & 0xff, before, after);
    }
  }

  /** What holds for any text. */
  private static String holds(byte letter, String s) {
    UnaryOperator<String> channel = channel(letter);
    long start = WORK.steps;
    String once = channel.apply(s);
    long work = WORK.steps - start;
    if (work > WORK_PER_CHAR * s.length() + WORK_AT_LEAST) {
      throw new AssertionError(work + " steps for " + s.length() + " characters: " + s);
    }
    String twice = channel.apply(once);
    if (!twice.equals(once)) {
      throw new AssertionError("<" + s + "> gave <" + once + ">, which gave <" + twice + ">");
    }
    REDACTOR.sensitiveKey(s);
    return once;
  }

  private static void planted(byte letter, int form, String before, String after) {
    switch (letter) {
      case 'q':
      case 'f':
        gone(letter, before + "&" + pick(form, QUERY_KEYS) + "=" + SECRET + after);
        break;
      case 'p':
        gone(letter, before + "/;" + pick(form, QUERY_KEYS) + "=" + SECRET + "/" + after);
        break;
      case 'u':
      case 'r':
        gone(letter, "https://h/p?" + pick(form, QUERY_KEYS) + "=" + SECRET + "&" + after);
        break;
      case 'k':
        gone(letter, before + SECRET + after);
        break;
      case 'h':
        gone(letter, before + "\r\n" + pick(form, HEADERS) + ": " + SECRET + "\r\n" + after);
        break;
      case 'm':
        if (!before.contains("--")) { // else it may end the body, or the part's own header
          gone(letter, part("note", before) + part(pick(form, PART_NAMES), SECRET + after));
        }
        break;
      case 'j':
        if (form % 2 == 0) {
          inText(letter, pick(form, TEXT_FORMS), before, after);
        } else {
          String member = String.format(pick(form, JSON_MEMBERS), SECRET);
          gone(letter, "{\"a\":" + json(before) + "," + member + ",\"b\":" + json(after) + "}");
        }
        break;
      case 't':
        inText(letter, pick(form, TEXT_FORMS), before, after);
        break;
      default:
    }
  }

  /** In free text a key may be hidden by what stands before it: then its twin is hidden as well. */
  private static void inText(byte letter, String[] form, String before, String after) {
    String twin = String.format(form[0], form[2], SECRET);
    String around = before + "\n" + twin + "\n" + after;
    if (channel(letter).apply(around).startsWith(before + "\n" + twin)) {
      gone(letter, before + "\n" + String.format(form[0], form[1], SECRET) + "\n" + after);
    }
  }

  private static void gone(byte letter, String s) {
    String once = holds(letter, s);
    if (once.contains(START) || once.contains(END)) {
      throw new AssertionError("secret in <" + once + "> of <" + s + ">");
    }
  }

  private static final String[] QUERY_KEYS = {
    "password",
    "accessToken",
    "api_key",
    "user%5Bpassword%5D",
    "p%61ssword",
    "p%2561ssword",
    "X-Amz-Signature",
    "client-secret",
    "JSESSIONID",
    "card[cvv]",
    "db.password",
    "new_password_2",
  };

  /** What is written with a key and the secret, the key, and a plain key of the same make. */
  private static final String[][] TEXT_FORMS = {
    {"%s=%s", "password", "passport"},
    {"%s: %s", "password", "passport"},
    {"\"%s\":\"%s\"", "password", "passport"},
    {"\"%s\" : \"%s\"", "accessToken", "accessPoints"},
    {"\\\"%s\\\":\\\"%s\\\"", "api_key", "api_doc"},
    {"{'%s': '%s'}", "client_secret", "client_version"},
    {"{\"%s\":{\"a\":[\"%s\"]}}", "credentials", "coordinates"},
    {"%s = %s", "db.password", "db.passport"},
    {"%s=%s", "p%61ssword", "p%61ssport"},
    {"\"%s\":\"%s\"", "pass\\u0077ord", "pass\\u0070ort"},
    {"%s: Bearer %s", "Authorization", "Authorisatoin"},
    {"X-%s: %s", "Api-Key", "Api-Doc"},
    {"(%s=%s)", "pin", "pun"},
    {"{\"name\":\"%s\",\"value\":\"%s\"}", "password", "passport"},
    {"<property name=\"%s\" value=\"%s\"/>", "password", "passport"},
  };

  private static final String[] HEADERS = {
    "X-Api-Key", "Authorization", "X-Acme-Token", "proxy-authorization", "X-Client-Secret",
  };

  private static final String[] PART_NAMES = {
    "password", "user[password]", "accessToken", "api_key", "cvv",
  };

  /** Of an object that is well-formed, whatever its other values are. */
  private static final String[] JSON_MEMBERS = {
    "\"password\":\"%s\"",
    "\"password\" : [1, \"%s\"]",
    "\"pass\\u0077ord\":\"%s\"",
    "\"credentials\":{\"x\":{\"y\":\"%s\"}}",
    "\"n\":1,\"accessToken\":\"\\\"%s\"",
    "\"o\":{\"api_key\":\"a %s, b\"}",
    "\"l\":[{\"client-secret\":\"%s\"}]",
    "\"o\":{\"name\":\"password\",\"value\":\"%s\"}",
    "\"o\":{\"value\":[\"%s\"],\"key\":\"Authorization\"}",
    "\"o\":{\"kty\":\"oct\",\"k\":\"%1$s%1$s\"}",
  };

  private static String part(String name, String content) {
    return "--x\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + content
        + "\r\n";
  }

  private static String json(String s) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static <T> T pick(int letter, T[] from) {
    return from[letter % from.length];
  }

  static UnaryOperator<String> channel(byte letter) {
    switch (letter) {
      case 'q':
        return REDACTOR::query;
      case 'f':
        return REDACTOR::form;
      case 'p':
        return REDACTOR::path;
      case 'u':
        return REDACTOR::url;
      case 'r':
        return s -> REDACTOR.header("Referer", s);
      case 'k':
        return s -> REDACTOR.header("X-Api-Key", s);
      case 'n':
        return s -> REDACTOR.header("X-Note", s);
      case 'h':
        return REDACTOR::headers;
      case 'c':
        return s -> REDACTOR.header("Set-Cookie", s);
      case 'j':
        return REDACTOR::json;
      case 'm':
        return REDACTOR::multipart;
      default:
        return REDACTOR::text;
    }
  }

  /** Bytes that are no UTF-8 stand for lone surrogates, in turns. */
  private static String text(byte[] data) {
    String decoded = new String(data, 2, data.length - 2, StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder(decoded);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\uFFFD') {
        text.setCharAt(i, i % 2 == 0 ? '\uD800' : '\uDC00');
      }
    }
    return text.toString();
  }
}
