package io.sidelight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import org.junit.jupiter.api.Test;

class ExceptionsTest {

  @Test
  void aTypeIsKnownByItsOwnNameAndByThoseOfItsParents() {
    Throwable thrown = new FileNotFoundException();

    assertThat(Exceptions.isA(thrown, "java.io.FileNotFoundException")).isTrue();
    assertThat(Exceptions.isA(thrown, "a.B", "java.io.IOException")).isTrue();
    assertThat(Exceptions.isA(thrown, "java.io.IO")).isFalse();
    assertThat(Exceptions.isA(thrown)).isFalse();
  }

  @Test
  void theFirstFrameOutsideTheJdkDecidesWhoThrew() {
    Throwable thrown =
        thrownIn("java.net.Socket", "sun.nio.ch.Net", "jdk.internal.A", "a.b.C", "d.E");

    assertThat(Exceptions.isThrownBy(thrown, "x.", "a.b.")).isTrue();
    assertThat(Exceptions.isThrownBy(thrown, "d.")).isFalse();
    assertThat(Exceptions.isThrownBy(thrown, "java.")).isFalse();
    assertThat(Exceptions.isThrownBy(thrownIn(), "a.")).isFalse();
  }

  @Test
  void theTopFrameDecidesWhereItWasMade() {
    assertThat(Exceptions.isMadeIn(thrownIn("a.b.C$1", "d.E"), "a.b.C")).isTrue();
    assertThat(Exceptions.isMadeIn(thrownIn("java.net.Socket", "a.b.C"), "a.b.C")).isFalse();
    assertThat(Exceptions.isMadeIn(thrownIn(), "")).isFalse();
  }

  private static Throwable thrownIn(String... classNames) {
    Throwable thrown = new RuntimeException();
    StackTraceElement[] stack = new StackTraceElement[classNames.length];
    for (int i = 0; i < stack.length; i++) {
      stack[i] = new StackTraceElement(classNames[i], "method", null, -1);
    }
    thrown.setStackTrace(stack);
    return thrown;
  }
}
