package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
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
        .isEqualTo(Hostile.class.getName() + ": (unreadable: java.lang.IllegalStateException)");
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

  @Test
  void longMessage_withoutWhiteSpace_showsItsStart() {
    String json = "{\"password\":\"s3cr3t\",\"rows\":[" + "1,".repeat(5000) + "2]}";

    assertThat(text(new IOException(json)))
        .startsWith("java.io.IOException: {\"password\":\"[REDACTED]\",\"rows\":[1,1,1")
        .contains(",1...\n\tat ");
    assertThat(text(new IOException("400 Bad Request: " + json)))
        .startsWith(
            "java.io.IOException: 400 Bad Request: {\"password\":\"[REDACTED]\",\"rows\":[1");
  }

  @Test
  void longMessage_whoseSecretIsCut_showsNothingOfIt() {
    String token = "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIx".repeat(500) + ".c2ln";

    assertThat(text(new IOException("token " + token)))
        .startsWith("java.io.IOException: token [REDACTED]\n");
    assertThat(text(new IOException("token " + token.repeat(20))))
        .startsWith("java.io.IOException: token...\n");
    assertThat(text(new IOException(token.repeat(20))))
        .startsWith(
            "java.io.IOException: (a message of 120520 characters without white space, not"
                + " shown)\n");
  }

  @Test
  void deepChain_endsAtItsRoot() {
    Throwable chain = new IOException("root");
    for (int i = 0; i < 1000; i++) {
      chain = new IllegalStateException("link " + i, chain);
    }

    assertThat(text(chain))
        .startsWith("java.io.IOException: root\n")
        .contains("link 0\n", "... 993 more causes", "link 999\n");
  }

  @Test
  void endlessChain_hasAHintThatItsRootIsNotKnown() {
    String text = text(new Endless(1));

    assertThat(text)
        .startsWith(
            "(cause number 10000, the root cause is not known)\n"
                + Endless.class.getName()
                + ": 10000\n")
        .contains("... 9992 more causes", ": 1\n");
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
    public StackTraceElement @Nullable [] getStackTrace() {
      return null;
    }

    @Override
    public String toString() {
      throw new IllegalStateException();
    }
  }

  /** Has a new cause each time it is asked for one. */
  private static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int number;

    Endless(int number) {
      super(Integer.toString(number));
      this.number = number;
    }

    @Override
    public synchronized Throwable getCause() {
      return new Endless(number + 1);
    }
  }
}
