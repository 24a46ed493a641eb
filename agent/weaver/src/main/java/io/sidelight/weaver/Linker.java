package io.sidelight.weaver;

import io.sidelight.output.Denial;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links woven call sites to advice. This is the one place that keeps failures of the agent away
 * from the application: each advice handle is wrapped once, here, so no advice needs a try/catch.
 *
 * <p>Advice is looked up in the plugin class loader that belongs to the woven class's loader. When
 * it can't be linked (a library of another shape), the call site becomes a no-op and the
 * instrumentation is disabled with one line: that is the whole version check.
 */
final class Linker {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType FAILED = MethodType.methodType(Object.class, Throwable.class);

  private static final MethodType ELEMENT =
      MethodType.methodType(Object.class, Object[].class, int.class);

  /** What the weaver stores for the linker, behind the rest, where advice masks lines. */
  static final String MASKS = "masks";

  private static final MethodType MASKING_FAILED =
      MethodType.methodType(Object.class, Class.class, Throwable.class);

  private final Map<String, InstrumentationState> states;
  private final PluginClassLoaders plugins;
  private final PackageOpener opener;

  Linker(
      Map<String, InstrumentationState> states, PluginClassLoaders plugins, PackageOpener opener) {
    this.states = states;
    this.plugins = plugins;
    this.opener = opener;
  }

  /** {@link #link} as {@code java.lang.SidelightLink} calls it. */
  MethodHandle asHandle() throws ReflectiveOperationException {
    return LOOKUP.bind(
        this,
        "link",
        MethodType.methodType(
            CallSite.class,
            MethodHandles.Lookup.class,
            String.class,
            MethodType.class,
            Object[].class));
  }

  /**
   * @param caller the woven class
   * @param method name of the advice method
   * @param type what the call site passes; the advice method has exactly this type
   * @param arguments identity of the instrumentation, binary name of the advice class, and {@link
   *     #MASKS} if it masks lines; or the identity and an index, for an element of what advice
   *     returned
   */
  CallSite link(MethodHandles.Lookup caller, String method, MethodType type, Object[] arguments)
      throws Throwable {
    return Privileges.areManaged()
        ? Privileges.call(() -> linkNow(caller, method, type, arguments))
        : linkNow(caller, method, type, arguments);
  }

  private CallSite linkNow(
      MethodHandles.Lookup caller, String method, MethodType type, Object[] arguments)
      throws ReflectiveOperationException {
    InstrumentationState state = states.get((String) arguments[0]);
    if (state == null) {
      throw new IllegalArgumentException("unknown instrumentation " + arguments[0]);
    }
    if (arguments[1] instanceof Integer) {
      MethodHandle element = LOOKUP.findStatic(Linker.class, "element", ELEMENT);
      return new ConstantCallSite(MethodHandles.insertArguments(element, 1, arguments[1]));
    }
    boolean masks = arguments.length > 2;
    try {
      return new ConstantCallSite(safe(state, advice(caller, method, type, arguments), masks));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      Denial.explain(e);
      state.disable("its advice does not fit this version of the library: " + e);
      if (masks) {
        MethodHandle withheld = maskingFailed(state, type.returnType()).bindTo(e);
        return new ConstantCallSite(MethodHandles.dropArguments(withheld, 0, type.parameterList()));
      }
      throw e;
    }
  }

  /** Called by woven code. Null where advice gave no such element, or failed. */
  @SuppressWarnings("UnusedMethod") // found by its name
  private static @Nullable Object element(@Nullable Object @Nullable [] results, int index) {
    return results == null || index >= results.length ? null : results[index];
  }

  private MethodHandle advice(
      MethodHandles.Lookup caller, String method, MethodType type, Object[] arguments)
      throws ReflectiveOperationException {
    Class<?> woven = caller.lookupClass();
    PluginClassLoader plugin = plugins.forApplication(woven.getClassLoader());
    opener.open((String) arguments[0], woven, plugin.getUnnamedModule());
    Class<?> advice = plugin.loadClass((String) arguments[1]);
    commit(plugin, type);
    return MethodHandles.privateLookupIn(advice, LOOKUP).findStatic(advice, method, type);
  }

  /**
   * Has the JVM note what the types of advice are to its loader. Types of {@code java.base} that no
   * instruction in there has named yet are unknown to the compiler else, and the C2 of Java 17
   * crashes when it casts the result of advice from such a type to the same type as the woven class
   * knows it.
   */
  private static void commit(PluginClassLoader plugin, MethodType type)
      throws ClassNotFoundException {
    commit(plugin, type.returnType());
    for (Class<?> parameter : type.parameterList()) {
      commit(plugin, parameter);
    }
  }

  private static void commit(PluginClassLoader plugin, Class<?> type)
      throws ClassNotFoundException {
    if (!type.isPrimitive()) {
      Class.forName(type.getName(), false, plugin);
    }
  }

  /**
   * The failure is caught without the types of the library: {@code catchException} asks a handle
   * that all of the JVM shares to take its arguments, and up to Java 18 that one remembers the last
   * types that it was asked for, and with them the class loader of an application.
   *
   * <p>Advice that masks lines goes on when its instrumentation is disabled: it writes what the
   * application must not.
   */
  private static MethodHandle safe(InstrumentationState state, MethodHandle advice, boolean masks)
      throws ReflectiveOperationException {
    MethodHandle plain = advice.asType(advice.type().erase());
    MethodHandle erased = Privileges.areManaged() ? Privileges.privileged(plain) : plain;
    Class<?> result = erased.type().returnType();
    // Not asType, which throws where a primitive is expected: the null has to become zero.
    MethodHandle handler =
        MethodHandles.explicitCastArguments(
            masks
                ? maskingFailed(state, advice.type().returnType())
                : LOOKUP.bind(state, "failed", FAILED),
            FAILED.changeReturnType(result));
    MethodHandle caught =
        MethodHandles.catchException(erased, Throwable.class, handler).asType(advice.type());
    return masks ? caught : state.guard(caught, MethodHandles.empty(advice.type()));
  }

  /** Takes what was thrown and returns the line that stands in place of the one withheld. */
  private static MethodHandle maskingFailed(InstrumentationState state, Class<?> line)
      throws ReflectiveOperationException {
    return LOOKUP
        .bind(state, "maskingFailed", MASKING_FAILED)
        .bindTo(line)
        .asType(MethodType.methodType(line, Throwable.class));
  }
}
