package io.sidelight.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output or standard error of the process itself: the descriptor, not {@code System.out},
 * which the application or its server may have replaced, and whose lock it may hold.
 *
 * <p>The application writes to the same descriptor. POSIX lets a write of at most {@code PIPE_BUF}
 * bytes (4096 on Linux) to a pipe happen in one piece, so batches are cut at line ends below that:
 * no line of ours is torn, and none tears another. A single longer line goes out alone.
 */
final class StreamDestination implements Destination {

  private static final int PIPE_BUF = 4096;

  private final String name;
  private final OutputStream out;
  private boolean torn;

  StreamDestination(String name, OutputStream out) {
    this.name = name;
    this.out = out;
  }

  static StreamDestination stdout() {
    return new StreamDestination(OutputSettings.STDOUT, new FileOutputStream(FileDescriptor.out));
  }

  static StreamDestination stderr() {
    return new StreamDestination(OutputSettings.STDERR, new FileOutputStream(FileDescriptor.err));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int batchSize() {
    return PIPE_BUF;
  }

  @Override
  public void write(byte[] bytes, int length) throws IOException {
    boolean wasTorn = torn;
    torn = true;
    if (wasTorn) {
      out.write('\n');
    }
    out.write(bytes, 0, length);
    torn = false;
  }
}
