package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What advice can ask for and change beyond what {@link WeavingTest} has. */
class AdviceTest extends WeaverContract {

  private static final LibraryLoader LOADER = new LibraryLoader();
  private static @Nullable List<String> linesOfLoading;

  private Object shapes;
  private Class<?> type;

  @BeforeEach
  void load() throws Exception {
    type = LOADER.type("Shapes");
    shapes = type.getConstructor(String.class).newInstance("base");
    List<String> lines = weaving.takeLines();
    linesOfLoading = linesOfLoading == null ? lines : linesOfLoading;
    Recorder.clear();
  }

  @Test
  void toArguments_results_takeThePlaceOfArguments() throws Throwable {
    assertThat(join("a", "b")).isEqualTo("a*1after a");
    assertThat(Recorder.calls()).containsExactly(List.of("exit", "a", "a*", "after a"));
  }

  @Test
  void toArguments_nullMissingOrOfAnotherType_keepsTheArgument() throws Throwable {
    assertThat(join("keep", "b")).isEqualTo("keep1b");
    assertThat(join("none", "b")).isEqualTo("none1b");
    assertThat(join("few", "b")).isEqualTo("few1b");
    assertThat(join("wrong", "b")).isEqualTo("wrong1b");
  }

  @Test
  void toArguments_thatFails_keepsTheArguments() throws Throwable {
    assertThat(join("fail", "b")).isEqualTo("fail1b");
    assertWarned(weaving.takeLines(), "no replacement");
  }

  @Test
  void exitAdvice_withAResult_replacesTheMethods() throws Throwable {
    assertThat(invoke("answer", "a")).isEqualTo("a*");
    assertThat(invoke("answer", "keep")).isEqualTo("keep");
    assertThat(invoke("answer", "wrong")).isEqualTo("wrong");
    assertThat(invoke("answer", "fail")).isEqualTo("fail");
    assertWarned(weaving.takeLines(), "no result");
  }

  @Test
  void exitAdvice_withABoxedResult_replacesAPrimitive() throws Throwable {
    assertThat(invoke("isShort", "a")).isEqualTo(false);
    assertThat(invoke("width", "four")).isEqualTo(-4L);
  }

  @Test
  void exitAdvice_nullAnotherTypeOrAFailure_keepsThePrimitive() throws Throwable {
    for (String value : List.of("keep", "wrong", "fail")) {
      assertThat(invoke("isShort", value)).isEqualTo(true);
      assertThat(invoke("width", value)).isEqualTo((long) value.length());
    }
    assertWarned(weaving.takeLines(), "no result");
  }

  @Test
  void exitAdvice_withAResultAfterAThrowable_changesNothing() {
    assertThatThrownBy(() -> invoke("answer", "throw")).hasMessage("thrown");
    assertThat(Recorder.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.get(2)).isInstanceOf(IllegalStateException.class));
  }

  @Test
  void exitAdvice_argumentsThatTheMethodAssigned_areThoseItWasCalledWith() throws Throwable {
    assertThat(reassigned("in")).isEqualTo("in012844.0");
    assertThatThrownBy(() -> reassigned("throw")).hasMessage("throw012");
    assertThat(Recorder.calls())
        .containsExactly(
            List.of("exit", 5L, "in", 0.5, 0.5), List.of("exit", 5L, "throw", 0.5, 0.5));
  }

  @Test
  void constructor_exitAdvice_seesTheObjectAndWhatItWasMadeOf() throws Throwable {
    Reflection.invoke(type, null, "of", new Class<?>[] {String.class}, "made");
    assertThat(Recorder.calls())
        .containsExactly(
            List.of("exit", 1, "made", "new Shapes"), List.of("exit", 1, "made", "new Shapes"));
  }

  @Test
  void constructor_enterAdvice_isRefused() {
    assertThat(linesOfLoading)
        .anyMatch(
            line ->
                line.contains("\"event\":\"instrumentation_disabled\"")
                    && line.contains("\"instrumentation\":\"constructorEntered\"")
                    && line.contains("can have advice for its normal exit only"));
  }

  @Test
  void anyOverload_methodsThatHaveCode_areWoven() throws Throwable {
    Reflection.invoke(type, shapes, "overloaded", new Class<?>[0]);
    Reflection.invoke(type, shapes, "overloaded", new Class<?>[] {String.class}, "x");
    Class<?>[] two = {long.class, String.class};
    assertThat(Reflection.invoke(type, shapes, "overloaded", two, 7L, "x")).isEqualTo(7L);
    assertThat(Recorder.calls())
        .hasSize(3)
        .allMatch(call -> call.equals(List.of("Shapes.overloaded")));
  }

  @Test
  void anyOverload_bridge_callsAdviceOnce() {
    @SuppressWarnings("unchecked")
    Comparable<Object> comparable = (Comparable<Object>) shapes;
    assertThat(comparable.compareTo(shapes)).isZero();
    assertThat(Recorder.calls()).containsExactly(List.of("Shapes.compareTo"));
  }

  @Test
  void fieldValue_inheritedAndStatic_isRead() throws Throwable {
    Reflection.invoke(type, shapes, "field", new Class<?>[0]);
    assertThat(Recorder.calls()).containsExactly(List.of("base", "shared"));
  }

  @Test
  void fieldValue_withoutAccess_isRefused() throws Throwable {
    assertThat(Reflection.invoke(type, shapes, "hiddenField", new Class<?>[0])).isEqualTo("base");
    assertThat(Recorder.calls()).isEmpty();
    assertThat(linesOfLoading)
        .anyMatch(line -> line.contains("\"instrumentation\":\"secretField\""));
  }

  @Test
  void exitAdvice_thatMeetsAFatalErrorInsideATry_runsOnceAndIsNotCaught() {
    assertThatThrownBy(() -> invoke("guarded", "in")).isSameAs(Recorder.FATAL);
    assertThat(Recorder.calls()).containsExactly(List.of("exit"));
  }

  @Test
  void argument_thatIsNotOfTheTypeAdviceTakes_isNull() throws Throwable {
    assertThat(loose("text")).isEqualTo("text");
    assertThat(loose(17)).isEqualTo(17);
    assertThat(Recorder.calls()).containsExactly(List.of("text"), Arrays.asList((Object) null));
  }

  private Object join(String first, String second) throws Throwable {
    Class<?>[] parameters = {String.class, int.class, CharSequence.class};
    return Reflection.invoke(type, shapes, "join", parameters, first, 1, second);
  }

  private Object reassigned(String text) throws Throwable {
    Class<?>[] parameters = {long.class, String.class, double.class};
    return Reflection.invoke(type, null, "reassigned", parameters, 5L, text, 0.5);
  }

  private Object loose(Object in) throws Throwable {
    return Reflection.invoke(type, shapes, "loose", new Class<?>[] {Object.class}, in);
  }

  private Object invoke(String method, String argument) throws Throwable {
    return Reflection.invoke(type, shapes, method, new Class<?>[] {String.class}, argument);
  }
}
