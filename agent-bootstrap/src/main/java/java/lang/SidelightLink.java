package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The bootstrap method that woven call sites link through, and what woven code asks between them.
 *
 * <p>It is the only class of the agent that woven code can name, so it has to be visible to every
 * class loader and readable by every module. A class in {@code java.lang} of {@code java.base} is
 * both: OSGi and JBoss Modules always delegate {@code java.*}, and every module reads {@code
 * java.base}. The agent defines it there at start, see {@code io.sidelight.weaver.LinkDefinition}.
 *
 * <p>Never throws: what can't be linked becomes a call site that does nothing.
 */
public final class SidelightLink {

  /**
   * Of type {@code (Lookup, String, MethodType, Object[])CallSite}; null until the agent started.
   */
  private static volatile MethodHandle linker;

  private SidelightLink() {}

  /** Sets the agent's linker; only the first call counts. */
  public static synchronized void install(MethodHandle handle) {
    if (linker == null) {
      linker = handle;
    }
  }

  /**
   * Links a woven call site. Called by the JVM, once for each call site.
   *
   * @param caller the woven class
   * @param name the advice method
   * @param type what the call site passes and expects
   * @param arguments what the weaver stored for the linker
   */
  public static CallSite bootstrap(
      MethodHandles.Lookup caller, String name, MethodType type, Object... arguments)
      throws Throwable {
    MethodHandle link = linker;
    if (link != null) {
      try {
        return (CallSite) link.invokeExact(caller, name, type, arguments);
      } catch (Exception | LinkageError e) {
        // The linker has told its user already; the application gets a call site that does nothing.
        return new ConstantCallSite(nothing(type));
      }
    }
    return new ConstantCallSite(nothing(type));
  }

  /**
   * Chooses between what advice gave and what the application has, so that woven code needs no
   * branch. The result is of the type if {@code otherwise} is: no cast of woven code can fail.
   *
   * @return {@code wanted} if it is of the type, else, also where it is null, {@code otherwise}
   */
  public static Object either(Object wanted, Object otherwise, Class<?> type) {
    return type.isInstance(wanted) ? wanted : otherwise;
  }

  private static MethodHandle nothing(MethodType type) throws ReflectiveOperationException {
    MethodHandle nothing =
        MethodHandles.lookup()
            .findStatic(SidelightLink.class, "nothing", MethodType.methodType(Object.class));
    // Not asType, which throws where a primitive is expected: the null has to become zero.
    return MethodHandles.dropArguments(
        MethodHandles.explicitCastArguments(nothing, MethodType.methodType(type.returnType())),
        0,
        type.parameterList());
  }

  /** Converts to null, zero, false or void, whatever the call site expects. */
  @SuppressWarnings("UnusedMethod") // found by its name
  private static Object nothing() {
    return null;
  }
}
