package io.sidelight.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The file with options: properties syntax in UTF-8, with or without a byte order mark. Devices and
 * pipes are refused, since reading one could block the start for ever, and so are huge files.
 */
final class OptionsFile {
  static final int MAX_CHARS = 256 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final File file;

  OptionsFile(String path) {
    this.file = new File(path);
  }

  /** What tells whether the file has changed; all that is missing looks the same. */
  Stamp stamp() {
    return new Stamp(file.lastModified(), file.length());
  }

  /**
   * The options in the order of the file.
   *
   * @throws IOException if there are none to be had; its message begins a sentence for users
   */
  List<FileLine> read() throws IOException {
    if (!file.exists()) {
      throw problem("does not exist");
    }
    if (!file.isFile()) {
      throw problem("is not a regular file");
    }
    return FileLine.allIn(content());
  }

  private String content() throws IOException {
    StringBuilder content = new StringBuilder();
    char[] buffer = new char[4096];
    try (Reader reader = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        content.append(buffer, 0, n);
        if (content.length() > MAX_CHARS) {
          throw problem("is larger than " + MAX_CHARS + " characters");
        }
      }
    } catch (OptionsFileException e) {
      throw e;
    } catch (IOException e) {
      throw problem("can't be read (" + Printable.of(String.valueOf(e.getMessage())) + ")");
    }
    boolean marked = content.length() > 0 && content.charAt(0) == BYTE_ORDER_MARK;
    return content.substring(marked ? 1 : 0);
  }

  private OptionsFileException problem(String what) {
    return new OptionsFileException(
        "The options file " + Printable.of(file.getPath()) + " " + what);
  }

  private static final class OptionsFileException extends IOException {
    private static final long serialVersionUID = 1;

    OptionsFileException(String message) {
      super(message);
    }
  }

  /** Time of the last change and length. */
  static final class Stamp {
    private final long lastModified;
    private final long length;

    Stamp(long lastModified, long length) {
      this.lastModified = lastModified;
      this.length = length;
    }

    boolean sameAs(Stamp other) {
      return lastModified == other.lastModified && length == other.length;
    }
  }
}
