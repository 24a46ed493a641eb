package io.sidelight.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The join points that stand at advice ({@link AdviceOn}), from the index that {@link
 * JoinPointIndexer} has made of them. Immutable; read once, when the agent starts.
 *
 * <p>The index is a list of texts and a list of join points that name texts by their number, both
 * after a count; numbers are unsigned shorts, texts ISO 8859-1 after their length. So a start takes
 * bytes out of an array and parses nothing.
 */
final class DeclaredJoinPoints {

  /** Beside this class. */
  static final String FILE = "join-points";

  private static volatile @Nullable DeclaredJoinPoints ofAgent;

  private final Map<String, List<JoinPoint>> byOwner = new HashMap<>();

  DeclaredJoinPoints(byte[] index) {
    ByteBuffer in = ByteBuffer.wrap(index);
    String[] texts = new String[number(in)];
    for (int i = 0; i < texts.length; i++) {
      int length = number(in);
      texts[i] = new String(index, in.position(), length, StandardCharsets.ISO_8859_1);
      in.position(in.position() + length);
    }
    Presence[] presences = Presence.values();
    for (int left = number(in); left > 0; left--) {
      String owner = texts[number(in)];
      String className = texts[number(in)];
      String method = texts[number(in)];
      String descriptor = texts[number(in)];
      String advice = texts[number(in)];
      String label = texts[number(in)];
      Presence presence = presences[in.get()];
      boolean masks = in.get() != 0;
      List<JoinPoint> known = byOwner.get(owner);
      if (known == null) {
        known = new ArrayList<>();
        byOwner.put(owner, known);
      }
      known.add(JoinPoint.declared(className, method, descriptor, advice, presence, label, masks));
    }
  }

  private static int number(ByteBuffer in) {
    return in.getShort() & 0xFFFF;
  }

  /** Those of the agent's advice. */
  static DeclaredJoinPoints ofAgent() {
    DeclaredJoinPoints read = ofAgent;
    if (read == null) {
      read = new DeclaredJoinPoints(read());
      ofAgent = read;
    }
    return read;
  }

  /**
   * @param owner identity of an instrumentation, or the package of advice that names none
   */
  List<JoinPoint> of(String owner) {
    return byOwner.getOrDefault(owner, List.of());
  }

  /** Identities and packages. */
  Iterable<String> owners() {
    return byOwner.keySet();
  }

  private static byte[] read() {
    try (InputStream in = DeclaredJoinPoints.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(
            "The index of join points is missing; the build of agent/assembly writes it");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
