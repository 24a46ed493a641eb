package io.sidelight.instrumentation.tomcat;

import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads Tomcat's strings without changing them: {@code MessageBytes.toString()} converts the object
 * up to 10.1.0, and the request mapping that comes later depends on its type.
 */
final class MessageText {

  private MessageText() {}

  /**
   * The text as UTF-8, with U+FFFD for what isn't.
   *
   * @return null when there is none
   */
  static @Nullable String of(@Nullable MessageBytes bytes) {
    if (bytes == null || bytes.isNull()) {
      return null;
    }
    if (bytes.getType() != MessageBytes.T_BYTES) {
      return bytes.toString();
    }
    ByteChunk chunk = bytes.getByteChunk();
    byte[] buffer = chunk.getBytes();
    return buffer == null
        ? null
        : new String(buffer, chunk.getStart(), chunk.getLength(), StandardCharsets.UTF_8);
  }

  /** The same with an empty text taken for none. */
  static @Nullable String nonEmpty(@Nullable MessageBytes bytes) {
    String text = of(bytes);
    return text == null || text.isEmpty() ? null : text;
  }
}
