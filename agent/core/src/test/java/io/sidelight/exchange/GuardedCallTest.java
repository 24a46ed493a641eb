package io.sidelight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardedCallTest {

  @AfterEach
  void nothingIsLeftOver() {
    assertThat(GuardedCall.isRunning()).isFalse();
    assertThat(Thread.interrupted()).isFalse();
  }

  static List<Throwable> throwables() {
    return List.of(
        new IllegalStateException("secret"),
        new Exception("checked"),
        new NoClassDefFoundError("of the application"),
        new OutOfMemoryError("of the application"),
        new AssertionError());
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void text_codeThrows_isTheClassOfWhatItThrew(Throwable thrown) {
    assertThat(GuardedCall.text(() -> raise(thrown)))
        .isEqualTo("(unreadable: " + thrown.getClass().getName() + ")");
    assertThat(GuardedCall.value(() -> raise(thrown), "otherwise")).isEqualTo("otherwise");
    assertThat(GuardedCall.orNull(() -> raise(thrown))).isNull();
  }

  @Test
  void text_endlessToString_isUnreadable() {
    assertThat(GuardedCall.text(new Endless()))
        .isEqualTo("(unreadable: java.lang.StackOverflowError)");
  }

  @Test
  void text_value_isAsTheJdkHasIt() {
    assertThat(GuardedCall.text((Object) null)).isEqualTo("null");
    assertThat(GuardedCall.text(7)).isEqualTo("7");
    assertThat(GuardedCall.text(new StringBuilder("text"))).isEqualTo("text");
    assertThat(GuardedCall.text(new NoText())).isEqualTo("null");
  }

  /** Two such values on each level would be called 2 to the power of the stack's depth times. */
  @Test
  void text_valueThatIsReadWhileItIsRead_ends() {
    int[] calls = new int[1];
    Object[] self = new Object[1];
    self[0] =
        new Object() {
          @Override
          public String toString() {
            calls[0]++;
            return GuardedCall.text(self[0]) + GuardedCall.text(self[0]);
          }
        };

    assertThat(GuardedCall.text(self[0])).contains("(unreadable: logs itself)");
    assertThat(calls[0]).isEqualTo(7);
  }

  @Test
  void text_codeThatTakesAnInterrupt_leavesItPending() {
    Thread.currentThread().interrupt();

    assertThat(GuardedCall.text(() -> "" + Thread.interrupted())).isEqualTo("true");

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void exception_whoseMethodsThrow_isReadAsFarAsItCanBe() {
    Hostile hostile = new Hostile();

    assertThat(GuardedCall.message(hostile))
        .isEqualTo("(unreadable: java.lang.StackOverflowError)");
    assertThat(GuardedCall.cause(hostile)).isNull();
    assertThat(GuardedCall.stack(hostile)).isEmpty();
    assertThat(GuardedCall.message(new Exception())).isNull();
  }

  @Test
  void unwrap_ringOfWrappers_ends() {
    Exception first = new Exception("first");
    Exception second = new Exception("second", first);
    first.initCause(second);

    assertThat(Wrappers.unwrap(first, each -> true)).isIn(first, second);
    assertThat(Wrappers.unwrap(second, each -> each == second)).isSameAs(first);
    assertThat(Wrappers.unwrap(new Hostile(), each -> true)).isInstanceOf(Hostile.class);
  }

  private static String raise(Throwable thrown) throws Exception {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    throw (Exception) thrown;
  }

  private static final class Endless {
    @Override
    public String toString() {
      return "[" + this + "]";
    }
  }

  private static final class NoText {
    @Override
    @SuppressWarnings({"ToStringReturnsNull", "NullAway"}) // as an application may do
    public String toString() {
      return null;
    }
  }

  private static final class Hostile extends RuntimeException {

    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      return "" + new Endless();
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException();
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException();
    }
  }
}
