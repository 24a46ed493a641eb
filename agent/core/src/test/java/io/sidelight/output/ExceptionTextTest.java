package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExceptionTextTest {

  @Test
  void chain_startsWithTheRootCause_andSharesFrames() {
    String text = text(new IllegalStateException("outer", new IOException("root")));

    assertThat(text)
        .startsWith("java.io.IOException: root\n\tat io.sidelight.output.ExceptionTextTest.chain_")
        .contains("\nWrapped by: java.lang.IllegalStateException: outer\n")
        .contains(" in common");
    assertThat(text.indexOf("ExceptionTextTest.chain_"))
        .isEqualTo(text.lastIndexOf("ExceptionTextTest.chain_"));
  }

  @Test
  void hugeChain_isBounded_andKeepsBothEnds() {
    Throwable chain = new IOException("root ".repeat(5000));
    for (int i = 0; i < 100; i++) {
      chain = new IllegalStateException("link " + i + " " + "y ".repeat(5000), chain);
    }

    String text = text(chain);

    assertThat(text.length()).isLessThanOrEqualTo(8192);
    assertThat(text)
        .startsWith("java.io.IOException: root root")
        .contains("link 0 ", "... 93 more causes", "link 96 ", "link 99 ");
  }

  @Test
  void deepStack_isBounded_andTheOuterHeadlineIsKept() {
    StackTraceElement[] frames = new StackTraceElement[5000];
    java.util.Arrays.fill(
        frames, new StackTraceElement("com.acme.Deep".repeat(9), "call", "Deep.java", 1));
    IOException root = new IOException("root");
    root.setStackTrace(frames);

    String text = text(new IllegalStateException("outer", root));

    assertThat(text.length()).isBetween(4000, 8192);
    assertThat(text).contains(" more frames\nWrapped by: java.lang.IllegalStateException: outer");
  }

  @Test
  void cycle_endsWhereItBegan() {
    IllegalStateException a = new IllegalStateException("a");
    IllegalStateException b = new IllegalStateException("b", a);
    a.initCause(b);

    assertThat(text(a)).startsWith("java.lang.IllegalStateException: b").contains("Wrapped by");
    assertThat(text(a).split("Wrapped by", -1)).hasSize(2);
  }

  @Test
  void hostileException_isSurvived() {
    assertThat(text(new Hostile()))
        .isEqualTo(Hostile.class.getName() + ": (its message could not be read)");
  }

  @Test
  void suppressed_areMentioned() {
    IOException thrown = new IOException("main");
    for (int i = 0; i < 5; i++) {
      thrown.addSuppressed(new IllegalStateException("s" + i));
    }

    assertThat(text(thrown))
        .contains("\n\tSuppressed: java.lang.IllegalStateException: s2")
        .contains("\n\t... 2 more suppressed")
        .doesNotContain("s3");
  }

  @Test
  void longMessage_isCutBetweenWords_soThatNoHalfSecretIsLeft() {
    String text = text(new IOException(" ".repeat(4090) + "s3cr3t-and-more"));

    assertThat(text).doesNotContain("s3cr3t");
  }

  private static String text(Throwable thrown) {
    return ExceptionText.of(thrown, TestLines.redactor());
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException();
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException();
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return null;
    }

    @Override
    public String toString() {
      throw new IllegalStateException();
    }
  }
}
