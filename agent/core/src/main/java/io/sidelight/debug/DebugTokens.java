package io.sidelight.debug;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and verifies tokens of one secret. A token is {@value #LENGTH} characters of base64url (RFC
 * 4648, section 5) that stand for
 *
 * <pre>
 *   version (1) | expiry, seconds since the epoch (4) | random (8) | HMAC-SHA-256 of all that (32)
 * </pre>
 *
 * <p>It counts until its expiry by the clock of whoever verifies it, for any number of requests; no
 * grace is given. One that would count for more than {@link #MAX_TTL_SECONDS} from now is refused
 * even if it is signed, but for a minute by which the clock of its maker may be ahead.
 *
 * <p>Whatever the text, it is looked at in the same steps: of one that is too long or too short as
 * many characters as of a token, and the signature is compared in constant time ({@link
 * MessageDigest#isEqual}).
 *
 * <p>Nothing of the JDK's cryptography is loaded before the first token. Thread-safe.
 */
public final class DebugTokens {

  /** What a token is worth. */
  public enum Verdict {
    /** It counts. */
    VALID,
    /** It did, once. */
    EXPIRED,
    /** It is none of this secret. */
    INVALID
  }

  /** How long a token may count at most. */
  public static final long MAX_TTL_SECONDS = 24 * 60 * 60;

  /** Characters of a token. */
  static final int LENGTH = 60;

  private static final long SKEW_SECONDS = 60;
  private static final byte VERSION = 1;
  private static final int ID_AT = 5;
  private static final int ID_BYTES = 8;
  private static final int SIGNED_BYTES = ID_AT + ID_BYTES;
  private static final int BYTES = LENGTH / 4 * 3;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String HEX = "0123456789abcdef";

  /** So that the signature of a token is none of anything else that the secret may sign. */
  private static final byte[] PURPOSE = "sidelight debug token".getBytes(StandardCharsets.US_ASCII);

  private final String secret;
  private final LongSupplier nowSeconds;

  /** Tokens of a secret, by the system's clock. */
  public DebugTokens(String secret) {
    this(secret, () -> System.currentTimeMillis() / 1000);
  }

  /**
   * @param nowSeconds since the epoch
   */
  DebugTokens(String secret, LongSupplier nowSeconds) {
    this.secret = secret;
    this.nowSeconds = nowSeconds;
  }

  /**
   * A new token.
   *
   * @param ttlSeconds how long it counts, from 1 to {@link #MAX_TTL_SECONDS}
   */
  public String issue(long ttlSeconds) {
    if (ttlSeconds < 1 || ttlSeconds > MAX_TTL_SECONDS) {
      throw new IllegalArgumentException("no such time to live: " + ttlSeconds);
    }
    byte[] id = new byte[ID_BYTES];
    new SecureRandom().nextBytes(id);
    return token(VERSION, nowSeconds.getAsLong() + ttlSeconds, id);
  }

  /** For tests: a token that is signed, whatever it says. */
  String token(byte version, long expirySeconds, byte[] id) {
    byte[] token = new byte[BYTES];
    token[0] = version;
    for (int i = 1; i < ID_AT; i++) {
      token[i] = (byte) (expirySeconds >>> 8 * (ID_AT - 1 - i));
    }
    System.arraycopy(id, 0, token, ID_AT, ID_BYTES);
    System.arraycopy(signature(token), 0, token, SIGNED_BYTES, BYTES - SIGNED_BYTES);
    return Base64.getUrlEncoder().encodeToString(token);
  }

  /** Whether a text is a token of this secret that counts now. */
  @SuppressWarnings("ShortCircuitBoolean") // all is looked at, so that the time tells nothing
  public Verdict verify(String text) {
    byte[] token = new byte[BYTES];
    boolean readable = read(text, token);
    byte[] signature = Arrays.copyOfRange(token, SIGNED_BYTES, BYTES);
    boolean signed = MessageDigest.isEqual(signature(token), signature);
    long left = expirySeconds(token) - nowSeconds.getAsLong();
    boolean genuine =
        readable & signed & token[0] == VERSION & left <= MAX_TTL_SECONDS + SKEW_SECONDS;
    return !genuine ? Verdict.INVALID : left <= 0 ? Verdict.EXPIRED : Verdict.VALID;
  }

  /** What tells a valid token from others, and is no secret: 16 lower-case hex digits. */
  public static String id(String validToken) {
    byte[] token = new byte[BYTES];
    read(validToken, token);
    StringBuilder id = new StringBuilder(2 * ID_BYTES);
    for (int i = ID_AT; i < SIGNED_BYTES; i++) {
      id.append(HEX.charAt(token[i] >> 4 & 0xf)).append(HEX.charAt(token[i] & 0xf));
    }
    return id.toString();
  }

  private byte[] signature(byte[] token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update(PURPOSE);
      mac.update(token, 0, SIGNED_BYTES);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long expirySeconds(byte[] token) {
    long seconds = 0;
    for (int i = 1; i < ID_AT; i++) {
      seconds = seconds << 8 | (token[i] & 0xff);
    }
    return seconds;
  }

  /**
   * Reads {@link #LENGTH} characters, however many there are. The JDK's decoder would throw at the
   * first that is wrong.
   *
   * @return whether that was all, and all of it was of the alphabet
   */
  private static boolean read(String text, byte[] token) {
    int wrong = text.length() ^ LENGTH;
    for (int group = 0; group < LENGTH / 4; group++) {
      int bits = 0;
      for (int i = 4 * group; i < 4 * group + 4; i++) {
        int digit = digit(i < text.length() ? text.charAt(i) : ' ');
        wrong |= digit & ~0x3f;
        bits = bits << 6 | (digit & 0x3f);
      }
      token[3 * group] = (byte) (bits >> 16);
      token[3 * group + 1] = (byte) (bits >> 8);
      token[3 * group + 2] = (byte) bits;
    }
    return wrong == 0;
  }

  /** -1 for what is not of the alphabet. */
  private static int digit(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '-' ? 62 : c == '_' ? 63 : -1;
  }
}
