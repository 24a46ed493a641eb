package io.sidelight.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** The last resort when lines can't say it: one line on the process's standard error. */
final class StandardError {

  private StandardError() {}

  /** Never throws; a broken standard error leaves nobody to tell. */
  static void say(String what) {
    LineBuffer line = new LineBuffer();
    line.append(LineBuffer.ascii("sidelight: "));
    line.escaped(what, false);
    line.append('\n');
    try {
      @SuppressWarnings("resource") // closing it would close the process's own descriptor
      FileOutputStream err = new FileOutputStream(FileDescriptor.err);
      err.write(line.toByteArray());
    } catch (IOException nobodyToTell) {
      Diagnostics.report("stderr", "Standard error can't be written.", nobodyToTell);
    }
  }
}
