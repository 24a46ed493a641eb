package io.sidelight.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The last resort when lines can't say it: one line on the process's standard error. */
final class StandardError {

  /** Time that {@link #sayBriefly} gives a standard error that blocks. */
  static final long MOST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

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

  /**
   * Like {@link #say}, for a process that is ending: standard error may be the very pipe that
   * blocks, so the text is written on a thread of its own and waited for {@link #MOST_WAIT_NANOS}
   * at most.
   */
  static void sayBriefly(String what) {
    Thread saying = new Thread(null, () -> say(what), "sidelight-last-words", 0, false);
    saying.setDaemon(true);
    saying.setContextClassLoader(null);
    try {
      saying.start();
      saying.join(TimeUnit.NANOSECONDS.toMillis(MOST_WAIT_NANOS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (OutOfMemoryError noThread) {
      Diagnostics.report("stderr", "Standard error can't be written.", noThread);
    }
  }
}
