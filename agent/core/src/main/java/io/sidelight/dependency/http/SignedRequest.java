package io.sidelight.dependency.http;

import io.sidelight.exchange.ClientExchange;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests that are signed with AWS Signature Version 4 (in a header or in the query), or
 * about to be: a header that is added behind the signer's back may break the signature.
 */
final class SignedRequest {

  private static final String SCHEME = "AWS4-";
  private static final String IN_QUERY = "X-Amz-Signature=";

  private SignedRequest() {}

  static boolean isSigned(ClientExchange exchange) {
    String authorization = exchange.header("Authorization");
    String query = exchange.query();
    return (authorization != null
            && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        || exchange.header("X-Amz-Date") != null
        || exchange.header("amz-sdk-invocation-id") != null
        || hasSignature(query);
  }

  private static boolean hasSignature(@Nullable String query) {
    if (query == null) {
      return false;
    }
    for (int i = 0; i + IN_QUERY.length() <= query.length(); i++) {
      if ((i == 0 || query.charAt(i - 1) == '&')
          && query.regionMatches(true, i, IN_QUERY, 0, IN_QUERY.length())) {
        return true;
      }
    }
    return false;
  }
}
