package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDestinationTest {

  @TempDir private Path folder;
  private final AtomicLong time = new AtomicLong();

  @Test
  void file_isMadeWithItsFolders_andAppendedTo() throws IOException {
    Path file = folder.resolve("a/b/app.log");

    write(destination(file, 1000, 5), "one\n");
    write(destination(file, 1000, 5), "two\n");

    assertThat(file).hasContent("one\ntwo\n");
  }

  @Test
  void rotation_keepsFilesBelowTheirSize_andOnlySoManyOldOnes() throws IOException {
    Path file = folder.resolve("app.log");
    FileDestination destination = destination(file, 20, 2);

    for (int i = 0; i < 10; i++) {
      write(destination, "line " + i + "...\n");
    }

    assertThat(file).hasContent("line 8...\nline 9...\n");
    assertThat(folder.resolve("app.log.1")).hasContent("line 6...\nline 7...\n");
    assertThat(folder.resolve("app.log.2")).hasContent("line 4...\nline 5...\n");
    assertThat(folder.toFile().list()).hasSize(3);
  }

  @Test
  void rotation_withoutOldFiles_startsAnew() throws IOException {
    Path file = folder.resolve("app.log");
    FileDestination destination = destination(file, 10, 0);

    write(destination, "12345678\n");
    write(destination, "abcdefgh\n");

    assertThat(file).hasContent("abcdefgh\n");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void lineLongerThanTheSize_isWrittenWhole() throws IOException {
    Path file = folder.resolve("app.log");
    FileDestination destination = destination(file, 4, 1);

    write(destination, "0123456789\n");
    write(destination, "x\n");

    assertThat(file).hasContent("x\n");
    assertThat(folder.resolve("app.log.1")).hasContent("0123456789\n");
    assertThat(destination.batchSize()).isEqualTo(4);
  }

  @Test
  void halfALine_fromAKilledProcess_isEnded() throws IOException {
    Path file = folder.resolve("app.log");
    Files.writeString(file, "{\"ts\":\"2026");

    write(destination(file, 1000, 1), "next\n");

    assertThat(file).hasContent("{\"ts\":\"2026\nnext\n");
  }

  @Test
  void vanishedFolder_isMadeAgain() throws IOException {
    Path file = folder.resolve("logs/app.log");
    FileDestination destination = destination(file, 1000, 1);
    write(destination, "one\n");
    Files.delete(file);
    Files.delete(file.getParent());

    time.addAndGet(1_000_000_000);
    write(destination, "two\n");

    assertThat(file).hasContent("two\n");
  }

  @Test
  void fileMovedByALogRotator_isMadeAgain() throws IOException {
    Path file = folder.resolve("app.log");
    FileDestination destination = destination(file, 1000, 1);
    write(destination, "one\n");
    Files.move(file, folder.resolve("moved"));
    Files.createFile(file);

    time.addAndGet(1_000_000_000);
    write(destination, "two\n");

    assertThat(file).hasContent("two\n");
  }

  @Test
  void folderInPlaceOfTheFile_fails_untilItIsGone() throws IOException {
    Path file = folder.resolve("app.log");
    Files.createDirectory(file);
    FileDestination destination = destination(file, 1000, 1);

    assertThatThrownBy(() -> write(destination, "one\n")).isInstanceOf(IOException.class);
    Files.delete(file);
    write(destination, "two\n");

    assertThat(file).hasContent("two\n");
  }

  @Test
  void fullDevice_fails_andIsNeitherMovedNorRotated() {
    File full = new File("/dev/full");
    assumeTrue(full.exists());
    FileDestination destination = destination(full.toPath(), 1, 1);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> write(destination, "line\n")).isInstanceOf(IOException.class);
    }

    assertThat(full).exists();
    assertThat(new File("/dev/full.1")).doesNotExist();
  }

  @Test
  void oldFileThatCannotBeReplaced_letsTheFileGrow_andIsTold() throws IOException {
    Diagnostics.reset();
    Path file = folder.resolve("app.log");
    Files.createDirectories(folder.resolve("app.log.1/inside"));
    FileDestination destination = destination(file, 10, 1);

    write(destination, "12345678\n");
    write(destination, "abcdefgh\n");

    assertThat(file).hasContent("12345678\nabcdefgh\n");
    assertThat(Diagnostics.counts()).containsEntry("rotation", 1L);
    Diagnostics.reset();
  }

  private FileDestination destination(Path file, long maxSize, int maxFiles) {
    Clock clock =
        new Clock() {
          @Override
          public long millis() {
            return TestLines.MILLIS;
          }

          @Override
          public long nanos() {
            return time.get();
          }
        };
    return new FileDestination(file.toFile(), maxSize, maxFiles, clock);
  }

  private static void write(Destination destination, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    destination.write(bytes, bytes.length);
  }
}
