package io.sidelight.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 of a user (RFC 2104), its first {@value #SHOWN_BYTES} bytes in hex. Keyed, since
 * names can be guessed and a bare hash of each compared. Thread-safe.
 *
 * <p>Nothing of the JDK's cryptography is loaded before the first user is hashed.
 */
final class UserHash {

  private static final int SHOWN_BYTES = 16;
  private static final int RANDOM_KEY_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String DIGITS = "0123456789abcdef";

  private final String configuredKey;
  private volatile @Nullable SecretKeySpec key;

  /**
   * @param key empty for a random one
   */
  UserHash(String key) {
    this.configuredKey = key;
  }

  /** 32 lower-case hex digits. */
  String of(String user) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      return hex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    return known == null ? firstKey() : known;
  }

  private synchronized SecretKeySpec firstKey() {
    SecretKeySpec known = key;
    if (known == null) {
      byte[] bytes = configuredKey.getBytes(StandardCharsets.UTF_8);
      if (bytes.length == 0) {
        bytes = new byte[RANDOM_KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
      }
      known = new SecretKeySpec(bytes, ALGORITHM);
      key = known;
    }
    return known;
  }

  private static String hex(byte[] hash) {
    StringBuilder text = new StringBuilder(2 * SHOWN_BYTES);
    for (int i = 0; i < SHOWN_BYTES; i++) {
      text.append(DIGITS.charAt(hash[i] >> 4 & 0xf)).append(DIGITS.charAt(hash[i] & 0xf));
    }
    return text.toString();
  }
}
