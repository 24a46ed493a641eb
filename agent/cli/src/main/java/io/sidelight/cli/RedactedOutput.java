package io.sidelight.cli;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The output of {@code redact}: buffered, but written out before the program waits for more input,
 * so that it can answer line by line in a pipe.
 */
final class RedactedOutput {

  private final OutputStream out;

  RedactedOutput(OutputStream out) {
    this.out = new BufferedOutputStream(new Told(out), 64 * 1024);
  }

  OutputStream stream() {
    return out;
  }

  void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  void flush() throws IOException {
    out.flush();
  }

  /** The same input, before each wait for which what is there is written out. */
  InputStream flushedBefore(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        if (in.available() <= 0) {
          out.flush();
        }
        return in.read(bytes, from, length);
      }
    };
  }

  /** Tells faults of the output from those of the input. */
  private static final class Told extends OutputStream {

    private final OutputStream out;

    Told(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw told(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw told(e);
      }
    }

    private static IOException told(IOException e) {
      String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      return why.contains("pipe") ? new ClosedException(e) : e;
    }
  }

  /** Nobody reads the output any more. */
  static final class ClosedException extends IOException {
    private static final long serialVersionUID = 1;

    ClosedException(IOException cause) {
      super(cause);
    }
  }
}
