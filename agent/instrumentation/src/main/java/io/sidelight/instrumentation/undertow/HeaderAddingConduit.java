package io.sidelight.instrumentation.undertow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Adds a header line after the status line of the response that is written first. Bytes are taken
 * from the caller's buffer only as far as they have been passed on, and a buffer that does not
 * begin with a status line is passed on as it is.
 *
 * <p>Undertow answers a request that it can't read with one buffer and closes the connection, so
 * nothing but that answer comes by here.
 */
final class HeaderAddingConduit extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private final byte[] line;

  /** Status line and header line as far as they are not sent yet; null before the first write. */
  private @org.jspecify.annotations.Nullable ByteBuffer head;

  /**
   * @param line with its CR LF
   */
  HeaderAddingConduit(StreamSinkConduit next, String line) {
    super(next);
    this.line = line.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int before = source.remaining();
    ByteBuffer pending = head == null ? head(source) : head;
    head = pending;
    while (pending.hasRemaining()) {
      if (next.write(pending) == 0) {
        // The caller tries again as long as something of its own is left, and something is.
        return before - source.remaining();
      }
    }
    return before - source.remaining() + next.write(source);
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    long written = 0;
    for (int i = offset; i < offset + length; i++) {
      written += write(sources[i]);
      if (sources[i].hasRemaining()) {
        break;
      }
    }
    return written;
  }

  @Override
  public int writeFinal(ByteBuffer source) throws IOException {
    int written = write(source);
    if (!source.hasRemaining()) {
      terminateWrites();
    }
    return written;
  }

  @Override
  public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
    long written = write(sources, offset, length);
    if (length == 0 || !sources[offset + length - 1].hasRemaining()) {
      terminateWrites();
    }
    return written;
  }

  /** Takes the status line from the source and puts the header line behind it. */
  private ByteBuffer head(ByteBuffer source) {
    int end = source.position();
    while (end < source.limit() && source.get(end) != '\n') {
      end++;
    }
    if (end == source.limit()) {
      return ByteBuffer.allocate(0);
    }
    byte[] status = new byte[end + 1 - source.position()];
    source.get(status);
    ByteBuffer head = ByteBuffer.allocate(status.length + line.length);
    head.put(status).put(line);
    head.flip();
    return head;
  }
}
