package io.sidelight.weaver;

import static java.util.Objects.requireNonNull;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same advice on the same methods, woven by Byte Buddy itself and by our weaver: both record
 * the same calls and arguments, and the methods return and throw the same. {@link EveryMethodTest}
 * has more shapes of methods, which the JVM verifies and nobody runs.
 */
final class ByteBuddyOracleTest {

  private static final String METHODS = "sample.library.Methods";
  private static final String ADVICE = "io.sidelight.instrumentation.sample.OracleAdvice$";
  private static final Map<String, Object[][]> INPUTS =
      Map.of(
          "varargs", new Object[][] {{texts("b", "a")}, {texts("throw")}, {texts()}},
          "reassigned",
              new Object[][] {{7L, "text", 1.5}, {1L, "throw", 2.0}, {Long.MAX_VALUE, "", -1.0}},
          "wide",
              new Object[][] {
                {(byte) 1, 2L, (short) 3, 4.0, 'e', 6f, true, 8, "i"},
                {(byte) -1, -2L, (short) -3, -4.0, 'f', -6f, false, -8, "throw"}
              });
  private static final Object[][] TEXTS = {{"a"}, {"text"}, {"x"}, {"throw"}, {""}, {"b\u00e4ax"}};

  @AfterEach
  void forget() {
    Recorder.clear();
  }

  static Stream<String[]> woven() {
    List<String[]> woven = new ArrayList<>();
    for (String method :
        List.of(
            "text",
            "number",
            "flag",
            "bytes",
            "branches",
            "guarded",
            "locked",
            "monitor",
            "recursive",
            "lambda")) {
      woven.add(new String[] {method, "Everything"});
      woven.add(new String[] {method, "Returning"});
      if (!method.equals("recursive")) { // which would not end
        woven.add(new String[] {method, "Argument"});
      }
    }
    for (String method :
        List.of("text", "guarded", "locked", "monitor", "recursive", "lambda", "reassigned")) {
      woven.add(new String[] {method, "Result"});
    }
    woven.add(new String[] {"nothing", "Returning"});
    woven.add(new String[] {"nothing", "OfVoid"});
    woven.add(new String[] {"nothing", "Argument"});
    woven.add(new String[] {"reassigned", "Typed"});
    woven.add(new String[] {"reassigned", "Element"});
    woven.add(new String[] {"wide", "Wide"});
    woven.add(new String[] {"varargs", "ArrayArgument"});
    woven.add(new String[] {"varargs", "Result"});
    woven.add(new String[] {"number", "Numeric"});
    woven.add(new String[] {"flag", "Answer"});
    woven.add(new String[] {"bytes", "Bytes"});
    woven.add(new String[] {"<init>", "Constructed"});
    return woven.stream();
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("woven")
  void sameAdvice_wovenByBoth_doesTheSame(String method, String advice) throws Exception {
    List<Object> expected = run(byByteBuddy(method, advice), method);
    List<Object> actual = run(byOurs(method, advice), method);
    assertThat(actual).isEqualTo(expected);
    assertThat(expected.toString()).contains("calls [[");
  }

  private static List<Object> run(byte[] woven, String method) throws Exception {
    Class<?> type = new Loader(woven).loadClass(METHODS);
    List<Object> seen = new ArrayList<>();
    Constructor<?> constructor = type.getConstructor(String.class);
    for (Object[] input : INPUTS.getOrDefault(method, TEXTS)) {
      Recorder.clear();
      if (method.equals("<init>")) {
        seen.add(outcome(() -> constructor.newInstance(input)));
      } else {
        Object target = constructor.newInstance("label");
        Method called =
            Arrays.stream(type.getMethods())
                .filter(it -> it.getName().equals(method))
                .findFirst()
                .orElseThrow();
        seen.add(outcome(() -> called.invoke(target, input)));
      }
      List<List<String>> calls = new ArrayList<>();
      Recorder.calls().forEach(call -> calls.add(call.stream().map(it -> text(it)).toList()));
      seen.add("calls " + calls);
    }
    return seen;
  }

  private static String outcome(Call call) throws Exception {
    try {
      Object result = call.run();
      return "returned " + text(result);
    } catch (InvocationTargetException e) {
      Throwable thrown = requireNonNull(e.getCause());
      return "thrown " + thrown + " by " + thrown.getCause();
    }
  }

  private static String text(Object value) {
    return value instanceof byte[] ? Arrays.toString((byte[]) value) : String.valueOf(value);
  }

  private static byte[] byByteBuddy(String method, String advice) throws Exception {
    ClassFileLocator files =
        ClassFileLocator.ForClassLoader.of(ByteBuddyOracleTest.class.getClassLoader());
    TypePool types = TypePool.Default.of(files);
    return new ByteBuddy()
        .redefine(types.describe(METHODS).resolve(), files)
        .visit(
            Advice.withCustomMapping()
                .with(new Advice.AssignReturned.Factory())
                .to(types.describe(ADVICE + advice).resolve(), files)
                .on(method.equals("<init>") ? isConstructor() : named(method)))
        .make()
        .getBytes();
  }

  private static byte[] byOurs(String method, String advice) throws Exception {
    ClassLoader agent = ByteBuddyOracleTest.class.getClassLoader();
    JoinPoint joinPoint = JoinPoint.anyOverload(METHODS, method, ADVICE + advice);
    Index.Target target = new Index.Target(new Oracle(), List.of(joinPoint));
    Weaving.instance(); // links what is woven here
    return new ClassWeaver(agent)
        .weave(target, agent, PluginClassLoader.classFile(agent, METHODS), new HashSet<>());
  }

  private static Object texts(String... texts) {
    return texts;
  }

  private interface Call {
    Object run() throws Exception;
  }

  /** The switch of what {@link #byOurs} weaves; it has no join points that are woven on load. */
  static final class Oracle implements LibraryInstrumentation {

    @Override
    public String name() {
      return "oracle";
    }

    @Override
    public List<JoinPoint> joinPoints() {
      return List.of();
    }
  }

  /** Sees what advice calls, since Byte Buddy copies it into the methods. */
  private static final class Loader extends ClassLoader {

    private final byte[] woven;

    Loader(byte[] woven) {
      super(ClassLoader.getPlatformClassLoader());
      this.woven = woven;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      return name.equals(METHODS)
          ? defineClass(name, woven, 0, woven.length)
          : ByteBuddyOracleTest.class.getClassLoader().loadClass(name);
    }
  }
}
