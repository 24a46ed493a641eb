package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

/** What woven methods do, and what advice gets to see of them. */
class WeavingTest extends WeaverContract {

  private static final List<Object> ENTER = List.of("enter");

  @Test
  void advice_instanceMethod_seesThisArgumentsEnterValueAndResult() throws Throwable {
    Object service = service("Hello");
    Object result = greet(service, "Ada", 2);
    assertThat(result).isEqualTo("Hello Ada 3");
    assertThat(Recorder.calls())
        .hasSize(2)
        .first()
        .satisfies(call -> assertThat(call).containsExactly("enter", service, "Ada", 2));
    assertThat(Recorder.calls().get(1))
        .containsExactly("exit", service, "token of Ada", "Ada", 2, "Hello Ada 3", null);
  }

  @Test
  void advice_methodThatThrows_seesTheSameThrowable() throws Throwable {
    Object service = service("Hello");
    assertThatThrownBy(() -> greet(service, "Ada", -1))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("times -1")
        .satisfies(
            thrown ->
                assertThat(Recorder.calls().get(1))
                    .containsExactly("exit", service, "token of Ada", "Ada", -1, null, thrown));
  }

  @Test
  void advice_staticMethod_runsAround() throws Throwable {
    Class<?> type = new LibraryLoader().type("Service");
    assertThat(Reflection.invoke(type, null, "fixed", new Class<?>[] {String.class}, "x"))
        .isEqualTo("fixed x");
    assertAround();
  }

  @Test
  void advice_argumentOfEachPrimitiveType_seesItsValue() throws Throwable {
    Object service = service("");
    Class<?>[] parameters = {
      boolean.class,
      byte.class,
      char.class,
      short.class,
      int.class,
      long.class,
      float.class,
      double.class,
      String.class
    };
    Object[] arguments = {true, (byte) 1, 'c', (short) 2, 3, 1L << 40, 0.5f, 0.25, "end"};
    assertThat(Reflection.invoke(service.getClass(), service, "primitives", parameters, arguments))
        .isEqualTo("true,1,c,2,3,1099511627776,0.5,0.25,end");
    assertThat(Recorder.calls().get(0))
        .containsExactly("enter", true, (byte) 1, 'c', (short) 2, 3, 1L << 40, 0.5f, 0.25, "end");
    assertThat(Recorder.calls().get(1)).containsExactly("exit", 0.25, "end");
  }

  @Test
  void method_withLoopsHandlersAndMonitors_behavesAsBefore() throws Throwable {
    Object service = service("");
    Class<?>[] parameters = {long.class, double.class, int[].class};
    sample.library.Service plain = new sample.library.Service("");
    for (int[] counts : new int[][] {{}, {0}, {1}, {2, 1, 0, 5}, {2, 2, 2, 2, 2, 2, 2, 2, 2, 2}}) {
      assertThat(
              Reflection.invoke(
                  service.getClass(), service, "branches", parameters, 7L, 9.5, counts))
          .isEqualTo(plain.branches(7, 9.5, counts));
    }
    assertThat(Recorder.calls()).hasSize(20);
  }

  @Test
  void method_synchronizedOrVoid_behavesAsBefore() throws Throwable {
    Object service = service("");
    assertThat(
            Reflection.invoke(
                service.getClass(), service, "half", new Class<?>[] {double.class}, 3.0))
        .isEqualTo(1.5);
    assertAround();
    Recorder.clear();
    Reflection.invoke(service.getClass(), service, "nothing", new Class<?>[0]);
    assertAround();
  }

  @Test
  void library_inTwoLoaders_isWovenInBoth() throws Throwable {
    Object first = service("First");
    Object second = service("Second");
    assertThat(first.getClass()).isNotSameAs(second.getClass());
    assertThat(greet(first, "x", 0)).isEqualTo("First x 1");
    assertThat(greet(second, "x", 0)).isEqualTo("Second x 1");
    assertThat(Recorder.calls())
        .extracting(call -> call.get(1))
        .containsExactly(first, first, second, second);
  }

  @Test
  void armed_librariesThatWereFound_areNamed() throws Throwable {
    service("");
    assertThat(weaving.weaver.armed()).contains("service", "Early").doesNotContain("never");
  }

  @Test
  void class_loadedBeforeTheAgent_isWoven() throws Throwable {
    assertThat(weaving.early.call("Scenarios$Early", "in")).isEqualTo("in!");
    assertAround();
  }

  @Test
  void class_ofTheJdk_isWoven() {
    Timer timer = new Timer(true);
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {}
        };
    timer.schedule(task, 1_000_000);
    timer.cancel();
    assertThat(Recorder.calls()).containsExactly(List.of("enter", task));
  }

  @Test
  void classFile_ofJava6_isWoven() throws Throwable {
    LibraryLoader loader =
        new LibraryLoader()
            .with("sample.library.Java6", OldClassFile.of("sample.library.Java6", Opcodes.V1_6));
    assertThat(loader.call("Java6", "in")).isEqualTo("in!");
    assertThat(loader.call("Java6", null)).isEqualTo("none!");
    assertThat(Recorder.calls()).first().isEqualTo(ENTER);
    assertWarned(weaving.takeLines(), "Java6"); // that advice can't cope with null
  }

  @Test
  void classFile_ofJava6LoadedBeforeTheAgent_isWoven() throws Throwable {
    assertThat(weaving.early.call("Java6Early", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).containsExactly(ENTER, List.of("exit", "in"));
  }

  @Test
  void classFile_ofJava6WithoutFrames_runsUnchanged() throws Throwable {
    String name = "sample.library.Java6Frameless";
    LibraryLoader loader =
        new LibraryLoader().with(name, OldClassFile.of(name, Opcodes.V1_6, false));
    assertThat(loader.call("Java6Frameless", "in")).isEqualTo("in!");
    List<String> lines = weaving.takeLines();
    assertDisabled(lines, "Java6Frameless", "has no stack map frames");
    assertWarned(lines, "runs unchanged");
  }

  @Test
  void classFile_ofJava5_runsUnchanged() throws Throwable {
    LibraryLoader loader =
        new LibraryLoader()
            .with("sample.library.Java5", OldClassFile.of("sample.library.Java5", Opcodes.V1_5));
    assertThat(loader.call("Java5", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).isEmpty();
    List<String> lines = weaving.takeLines();
    assertDisabled(lines, "Java5", "Java5 could not be instrumented");
    assertWarned(lines, "runs unchanged");
  }

  @Test
  void classFile_ofJava5WithAnOptionalJoinPoint_runsUnchangedAndDisablesNothing() throws Throwable {
    String name = "sample.library.Java5Optional";
    LibraryLoader loader = new LibraryLoader().with(name, OldClassFile.of(name, Opcodes.V1_5));
    assertThat(loader.call("Java5Optional", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).isEmpty();
    assertThat(weaving.takeLines()).isEmpty();
  }

  private static Object service(String greeting) throws Exception {
    return new LibraryLoader().type("Service").getConstructor(String.class).newInstance(greeting);
  }

  private static Object greet(Object service, String name, int times) throws Throwable {
    return Reflection.invoke(
        service.getClass(),
        service,
        "greet",
        new Class<?>[] {String.class, int.class},
        name,
        times);
  }

  private static void assertAround() {
    assertThat(Recorder.calls()).hasSize(2).first().isEqualTo(ENTER);
    assertThat(Recorder.calls().get(1)).containsExactly("exit", 1L << 40, null);
  }

  @Test
  void class_ofTwoGenerations_isWovenForTheOneAtHand() throws Throwable {
    assertThat(new LibraryLoader().call("Scenarios$Shared", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).containsExactlyInAnyOrder(List.of("second"), List.of("third"));
    Recorder.clear();
    LibraryLoader older = new LibraryLoader("sample.library.Scenarios$Newer");
    assertThat(older.call("Scenarios$Shared", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).contains(ENTER, List.of("third"));
    assertThat(Recorder.calls()).doesNotContain(List.of("second"));
  }
}
