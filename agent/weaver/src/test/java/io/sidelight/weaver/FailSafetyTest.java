package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sidelight.log.MaskedLine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong in the agent, the application gets what it would have got without it. */
class FailSafetyTest extends WeaverContract {

  @Test
  void advice_thatThrows_isToldOnceAndGoesOn() throws Throwable {
    LibraryLoader loader = new LibraryLoader();
    assertThat(loader.call("Scenarios$FailsOnce", "fail")).isEqualTo("fail!");
    assertThat(loader.call("Scenarios$FailsOnce", "fail")).isEqualTo("fail!");
    assertThat(loader.call("Scenarios$FailsOnce", "in")).isEqualTo("in!");
    assertThat(Recorder.calls())
        .containsExactly(
            List.of("enter"),
            Arrays.asList("exit", null),
            List.of("enter"),
            Arrays.asList("exit", null),
            List.of("enter"),
            List.of("exit", "in"));
    assertThat(weaving.weaver.armed()).contains("FailsOnce");
    assertWarned(weaving.takeLines(), "advice of the first call");
  }

  @Test
  void advice_thatKeepsThrowing_isSwitchedOffAfterTenFailures() throws Throwable {
    LibraryLoader loader = new LibraryLoader();
    for (int i = 0; i < 30; i++) {
      assertThat(loader.call("Scenarios$FailsAlways", "in")).isEqualTo("in!");
    }
    assertThat(Recorder.calls()).hasSize(10);
    assertThat(weaving.weaver.armed()).doesNotContain("FailsAlways");
    List<String> lines = weaving.takeLines();
    assertWarned(lines, "advice of every call");
    assertDisabled(lines, "FailsAlways", "its advice keeps failing");
    assertThat(new LibraryLoader().call("Scenarios$FailsAlways", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).hasSize(10);
  }

  @Test
  void advice_thatKeepsFailing_leavesOthersOfTheSameSwitchOn() throws Throwable {
    LibraryLoader loader = new LibraryLoader();
    for (int i = 0; i < 12; i++) {
      loader.call("Scenarios$FailingTwin", "in");
    }
    assertDisabled(weaving.takeLines(), "twins", "its advice keeps failing");
    Recorder.clear();
    assertThat(loader.call("Scenarios$Twin", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).hasSize(2);
    assertThat(weaving.weaver.armed()).containsOnlyOnce("twins");
  }

  /** What keeps failing is switched off; the secrets in the lines must not appear by that. */
  @Test
  void advice_thatMasks_goesOnWhenItsInstrumentationIsSwitchedOff() throws Throwable {
    LibraryLoader loader = new LibraryLoader();
    assertThat(loader.call("Scenarios$Masks", "password=secret")).isEqualTo("masked");
    Class<?> type = loader.type("Scenarios$Masks");
    for (int i = 0; i < 12; i++) {
      Reflection.invoke(type, null, "other", new Class<?>[] {String.class}, "in");
    }
    List<String> lines = weaving.takeLines();
    assertWarned(lines, "advice of every call");
    assertDisabled(lines, "Masks", "lines are masked all the same");
    assertThat(loader.call("Scenarios$Masks", "password=secret")).isEqualTo("masked");
    assertThat(new LibraryLoader().call("Scenarios$Masks", "password=secret")).isEqualTo("masked");
    assertThat(Recorder.calls()).hasSize(10);
  }

  @Test
  void advice_thatMasksAndThrows_withholdsTheLineEachTime() throws Throwable {
    LibraryLoader loader = new LibraryLoader();
    for (int i = 0; i < 12; i++) {
      assertThat(loader.call("Scenarios$MasksBadly", "hostile password=secret"))
          .asString()
          .contains(MaskedLine.WITHHELD)
          .doesNotContain("secret");
    }
    assertThat(loader.call("Scenarios$MasksBadly", "password=secret")).isEqualTo("masked");
    List<String> lines = weaving.takeLines();
    assertWarned(lines, "masking failed");
    assertDisabled(lines, "MasksBadly", "its advice keeps failing");
  }

  @Test
  void advice_thatMasksAndDoesNotLink_withholdsTheLine() throws Throwable {
    LibraryLoader loader = new LibraryLoader("sample.library.Scenarios$Added");
    assertThat(loader.call("Scenarios$MasksWithoutALink", "password=secret"))
        .asString()
        .contains(MaskedLine.WITHHELD)
        .doesNotContain("secret");
    assertDisabled(weaving.takeLines(), "MasksWithoutALink", "Scenarios$Added");
  }

  @Test
  void joinPoint_thatIsMissingBesideOneThatMasks_leavesThatOne() throws Throwable {
    assertThat(new LibraryLoader().call("Scenarios$MasksNot", "password=secret"))
        .isEqualTo("masked");
    assertDisabled(
        weaving.takeLines(), "MasksNot", "has no sample.library.Scenarios$MasksNot.gone");
  }

  @Test
  void joinPoint_thatMasksAndIsMissing_isNamed() throws Throwable {
    assertThat(new LibraryLoader().call("Scenarios$MasksNothing", "in")).isEqualTo("in!");
    List<String> lines = weaving.takeLines();
    assertWarned(lines, "Scenarios$MasksNothing writes are not masked");
    assertDisabled(lines, "MasksNothing", "has no sample.library.Scenarios$MasksNothing.gone");
  }

  @Test
  void exitAdvice_thatThrows_changesNeitherResultNorThrowable() throws Throwable {
    LibraryLoader loader = new LibraryLoader();
    assertThat(loader.call("Scenarios$FailsAtExit", "in")).isEqualTo("in!");
    assertThatThrownBy(() -> loader.call("Scenarios$FailsAtExit", ""))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("empty")
        .hasNoSuppressedExceptions();
    assertThat(Recorder.calls()).hasSize(2);
    assertWarned(weaving.takeLines(), "exit advice");
  }

  @Test
  void advice_thatThrowsInsteadOfAPrimitive_isTakenForZero() throws Throwable {
    assertThat(new LibraryLoader().call("Scenarios$FailsWithPrimitive", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).containsExactly(List.of("exit", 0L));
    assertWarned(weaving.takeLines(), "no start time");
  }

  @Test
  void advice_forAnotherVersionOfTheLibrary_isSwitchedOffAtOnce() throws Throwable {
    LibraryLoader loader = new LibraryLoader("added");
    for (int i = 0; i < 3; i++) {
      assertThat(loader.call("Scenarios$Evolved", "in")).isEqualTo("in!");
    }
    assertThat(Recorder.calls()).containsExactly(List.of("enter"));
    List<String> lines = weaving.takeLines();
    assertWarned(lines, "NoSuchMethodError");
    assertDisabled(lines, "Evolved", "NoSuchMethodError");
  }

  @Test
  void advice_thatDoesNotLink_isSwitchedOffAtOnce() throws Throwable {
    LibraryLoader loader = new LibraryLoader("sample.library.Scenarios$Added");
    for (int i = 0; i < 3; i++) {
      assertThat(loader.call("Scenarios$Unlinkable", "in")).isEqualTo("in!");
    }
    assertThat(Recorder.calls()).isEmpty();
    assertDisabled(weaving.takeLines(), "Unlinkable", "does not fit this version of the library");
  }

  @Test
  void advice_thatDoesNotLinkWhereAPrimitiveIsExpected_isTakenForZero() throws Throwable {
    LibraryLoader loader = new LibraryLoader("sample.library.Scenarios$Added");
    assertThat(loader.call("Scenarios$UnlinkablePrimitive", "in")).isEqualTo("in!");
    assertDisabled(weaving.takeLines(), "UnlinkablePrimitive", "Scenarios$Added");
  }

  @Test
  void advice_thatCanNotBeWoven_leavesTheClassUnchanged() throws Throwable {
    assertThat(new LibraryLoader().call("Scenarios$Unweavable", "in")).isEqualTo("in!");
    List<String> lines = weaving.takeLines();
    assertWarned(lines, "Scenarios$Unweavable could not be instrumented and runs unchanged");
    assertDisabled(lines, "Unweavable", "could not be instrumented");
  }

  @Test
  void joinPoint_thatIsMissing_leavesTheClassUnchanged() throws Throwable {
    assertThat(new LibraryLoader().call("Scenarios$Missing", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).isEmpty();
    assertThat(weaving.weaver.armed()).doesNotContain("Missing");
    assertDisabled(
        weaving.takeLines(),
        "Missing",
        "this version of the library has no sample.library.Scenarios$Missing.gone()V");
  }

  @Test
  void joinPoint_thatIsOptionalAndMissing_isNoMatter() throws Throwable {
    assertThat(new LibraryLoader().call("Scenarios$Optional", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).hasSize(2);
    assertThat(weaving.weaver.armed()).contains("Optional");
  }

  static List<Throwable> throwables() {
    return List.of(
        new OutOfMemoryError("of the application"),
        new StackOverflowError(),
        new InternalError("of the application"),
        new NoSuchMethodError("of the application"),
        new AssertionError("of the application"),
        new Exception("checked"),
        new RuntimeException("unchecked"));
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void throwable_ofTheApplication_passesThrough(Throwable thrown) throws Throwable {
    Class<?> type = new LibraryLoader().type("Scenarios$Throws");
    StackTraceElement[] trace = thrown.getStackTrace();
    assertThatThrownBy(
            () -> Reflection.invoke(type, null, "call", new Class<?>[] {Throwable.class}, thrown))
        .isSameAs(thrown)
        .hasNoSuppressedExceptions();
    assertThat(thrown.getStackTrace()).isEqualTo(trace);
    assertThat(Recorder.calls().get(1)).containsExactly("exit", 1L << 40, thrown);
  }

  @Test
  void stackOverflow_inWovenRecursion_passesThrough() throws Throwable {
    Class<?> type = new LibraryLoader().type("Scenarios$Throws");
    assertThatThrownBy(
            () -> Reflection.invoke(type, null, "overflow", new Class<?>[] {int.class}, 0))
        .isExactlyInstanceOf(StackOverflowError.class);
    assertThat(weaving.weaver.armed()).contains("Throws");
  }

  /** The JVM's trouble, met by the agent first: hiding it would only move it elsewhere. */
  @Test
  void advice_thatMeetsAFatalError_letsItThrough() throws Throwable {
    LibraryLoader loader = new LibraryLoader();
    assertThatThrownBy(() -> loader.call("Scenarios$FatalAdvice", "fatal"))
        .isSameAs(Recorder.FATAL);
    assertThat(loader.call("Scenarios$FatalAdvice", "in")).isEqualTo("in!");
    assertThat(weaving.weaver.armed()).contains("FatalAdvice");
  }
}
