package io.sidelight.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads a claim of a bearer token that is a signed JWT (RFC 7519). Nothing is verified: that is the
 * application's business, and the agent has no keys.
 *
 * <p>Bounded, and never throws on what a client sent. The JSON reader is loaded with this class,
 * which is used only when a claim is asked for.
 */
final class BearerToken {

  private static final String SCHEME = "Bearer ";

  /** Twice what servers take for a header line by default. */
  private static final int MAX_TOKEN = 16_384;

  private static final int MAX_DEPTH = 64;

  /** Keeps no buffers in thread-locals of the application's threads, and interns no names. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private BearerToken() {}

  /**
   * The value of a top-level claim that is a string or a number.
   *
   * @param authorization value of the header {@code Authorization}
   * @return null when there is no such claim, or no token that can be read
   */
  static @Nullable String claim(String authorization, String name) {
    byte[] payload = payload(authorization);
    if (payload == null) {
      return null;
    }
    try (JsonParser parser = JSON.createParser(payload)) {
      return claim(parser, name);
    } catch (IOException e) {
      return null; // not JSON, so not a JWT
    }
  }

  /** Of a repeated claim the last one counts, as RFC 7519, section 4, lets parsers do. */
  private static @Nullable String claim(JsonParser parser, String name) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    String found = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isClaim = name.equals(parser.currentName());
      JsonToken value = parser.nextToken();
      if (isClaim) {
        found = isText(value) ? parser.getText() : null;
      }
      parser.skipChildren();
    }
    return found;
  }

  private static boolean isText(@Nullable JsonToken value) {
    return value == JsonToken.VALUE_STRING || (value != null && value.isNumeric());
  }

  /** The second of three parts between dots (RFC 7515, section 7.1); null without them. */
  private static byte @Nullable [] payload(String authorization) {
    if (authorization.length() > MAX_TOKEN
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String token = authorization.substring(SCHEME.length()).trim();
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first <= 0 || second <= first + 1 || token.indexOf('.', second + 1) >= 0) {
      return null;
    }
    try {
      return Base64.getUrlDecoder().decode(token.substring(first + 1, second));
    } catch (IllegalArgumentException e) {
      return null; // not base64url, so not a JWT
    }
  }
}
