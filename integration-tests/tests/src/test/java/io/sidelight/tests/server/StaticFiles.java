package io.sidelight.tests.server;

import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The files that the contract asks a server for, and the descriptor of a deployed application. */
final class StaticFiles {

  private static final Path FILES = Path.of("src/test/files").toAbsolutePath();
  private static final int BIG_FILE = 1 << 20;

  private StaticFiles() {}

  /** Writes what is served below {@code /static}. */
  static void write(Path folder) throws IOException {
    Path statics = Files.createDirectories(folder.resolve("static"));
    Files.writeString(statics.resolve("small.txt"), "small file");
    Files.writeString(statics.resolve("index.html"), "<p>welcome</p>");
    byte[] big = new byte[BIG_FILE];
    Arrays.fill(big, (byte) 'b');
    Files.write(statics.resolve("big.bin"), big);
  }

  /** Lays out the contract application as an unpacked WAR. */
  static void writeWar(TestedRelease target, Path folder) throws IOException {
    write(folder);
    Files.createDirectories(folder.resolve("WEB-INF/lib"));
    Files.copy(target.application(), folder.resolve("WEB-INF/lib/server-app.jar"));
    Files.copy(template("web.xml"), folder.resolve("WEB-INF/web.xml"));
  }

  /** A file of {@code src/test/files}. */
  static Path template(String name) {
    return FILES.resolve(name);
  }
}
