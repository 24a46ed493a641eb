package io.sidelight.output;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that rotates by size: {@code FILE} is written, {@code FILE.1} is the youngest old one.
 *
 * <p>Why not the rolling file of a logging library: Logback's swallows failures of writing and what
 * is passed while it recovers, so that lost lines can't be counted; it looks at the size only from
 * time to time; it goes on writing into a file that was deleted or moved; and it leaves half a line
 * behind when a disk fills up. Here a failed write is cut off the file again, the size is exact,
 * and a file that vanished is made anew, folders included.
 */
final class FileDestination implements Destination {

  private static final int BATCH = 64 * 1024;
  private static final long LOOK_AFTER_NANOS = 1_000_000_000L;

  private final File file;
  private final long maxSize;
  private final int maxFiles;
  private final Clock clock;

  private @Nullable FileOutputStream out;
  private boolean regular;
  private long size;
  private long rotateAt;
  private long lookedAt;

  FileDestination(File file, long maxSize, int maxFiles, Clock clock) {
    this.file = file.getAbsoluteFile();
    this.maxSize = maxSize;
    this.maxFiles = maxFiles;
    this.clock = clock;
    rotateAt = maxSize;
  }

  @Override
  public String name() {
    return file.getPath();
  }

  @Override
  public int batchSize() {
    return (int) Math.min(BATCH, maxSize);
  }

  @Override
  public void write(byte[] bytes, int length) throws IOException {
    FileOutputStream to = current(length);
    try {
      to.write(bytes, 0, length);
      size += length;
    } catch (IOException e) {
      cutTornLine(to, length);
      throw e;
    }
  }

  private FileOutputStream current(int toCome) throws IOException {
    if (out != null && moved()) {
      close();
    }
    FileOutputStream current = out == null ? open() : out;
    if (regular && size > 0 && size + toCome > rotateAt) {
      close();
      rotate(toCome);
      current = open();
    }
    return current;
  }

  /** Whether the path no longer names the file that is open; looked up about once a second. */
  private boolean moved() {
    long now = clock.nanos();
    if (!regular || now - lookedAt < LOOK_AFTER_NANOS) {
      return false;
    }
    lookedAt = now;
    return file.length() < size;
  }

  private FileOutputStream open() throws IOException {
    File folder = file.getParentFile();
    if (folder != null && !folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
      throw new IOException("can't make the folder ".concat(folder.getPath()));
    }
    FileOutputStream opened = new FileOutputStream(file, true);
    out = opened;
    lookedAt = clock.nanos();
    regular = file.isFile(); // devices and pipes are neither moved nor rotated
    size = file.length();
    if (regular && size > 0 && !endsWithLine()) {
      opened.write('\n');
      size++;
    }
    return opened;
  }

  /** A JVM that was killed may have left half a line. */
  private boolean endsWithLine() throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      in.seek(in.length() - 1);
      return in.read() == '\n';
    }
  }

  /**
   * A file that can't be renamed (open elsewhere, on Windows) grows on and is tried again later.
   */
  private void rotate(int toCome) {
    rotateAt = maxSize;
    if (maxFiles == 0) {
      if (!file.delete()) {
        postpone(toCome);
      }
      return;
    }
    old(maxFiles).delete();
    for (int i = maxFiles - 1; i >= 1; i--) {
      if (old(i).exists() && !old(i).renameTo(old(i + 1))) {
        postpone(toCome);
        return;
      }
    }
    if (!file.renameTo(old(1))) {
      postpone(toCome);
    }
  }

  private void postpone(int toCome) {
    rotateAt = size + toCome + maxSize;
    Diagnostics.report("rotation", "The log file could not be rotated and grows on.", null);
  }

  private File old(int number) {
    return new File(file.getPath().concat(".").concat(Integer.toString(number)));
  }

  /** Cuts off what came through of a failed write, unless another process wrote here too. */
  private void cutTornLine(FileOutputStream to, int length) {
    try {
      long now = to.getChannel().size();
      if (now > size && now - size <= length) {
        to.getChannel().truncate(size);
      }
    } catch (IOException e) {
      Diagnostics.report("torn", "The log file may hold half a line.", e);
    }
    close();
  }

  private void close() {
    FileOutputStream closing = out;
    out = null;
    if (closing == null) {
      return;
    }
    try {
      closing.close();
    } catch (IOException e) {
      Diagnostics.report("close", "The log file could not be closed.", e);
    }
  }
}
