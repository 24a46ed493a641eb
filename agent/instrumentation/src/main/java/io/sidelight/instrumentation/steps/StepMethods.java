package io.sidelight.instrumentation.steps;

import io.sidelight.config.StepPattern;
import io.sidelight.weaver.DeclaredClass;
import io.sidelight.weaver.DeclaredMethod;

/** Which methods a pattern means, and what they are called on lines. */
final class StepMethods {

  private static final String CONTINUATION = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";

  private StepMethods() {}

  /**
   * Whether a pattern means a method. A star stands neither for a method that a compiler has made
   * nor for {@code equals}, {@code hashCode} and {@code toString}: a pattern has to spell those.
   *
   * @param pattern if by name, one that means methods of the class
   */
  static boolean isMeant(StepPattern pattern, DeclaredClass type, DeclaredMethod method) {
    if (!method.hasCode() || method.isInitializer() || method.isBridge() || isDefaults(method)) {
      return false;
    }
    if (pattern.isAnnotation()) {
      return method.has(pattern.annotation())
          || (type.has(pattern.annotation())
              && method.isPublic()
              && !isCompilers(method)
              && !isOfEveryObject(method));
    }
    return pattern.matchesMethod(method.name())
        && (!isCompilers(method) || pattern.spellsInMethod("$"))
        && (!isOfEveryObject(method) || pattern.spellsInMethod(method.name()));
  }

  /** What Kotlin makes for calls that leave out arguments; it calls the function itself. */
  private static boolean isDefaults(DeclaredMethod method) {
    return method.isSynthetic() && method.name().endsWith("$default");
  }

  /** Bodies of lambdas above all; those of Kotlin are not marked as synthetic. */
  private static boolean isCompilers(DeclaredMethod method) {
    return method.isSynthetic()
        || method.name().startsWith("lambda$")
        || method.name().contains("$lambda$");
  }

  private static boolean isOfEveryObject(DeclaredMethod method) {
    switch (method.name()) {
      case "equals":
        return method.descriptor().equals("(Ljava/lang/Object;)Z");
      case "hashCode":
        return method.descriptor().equals("()I");
      case "toString":
        return method.descriptor().equals("()Ljava/lang/String;");
      default:
        return false;
    }
  }

  /** A function of Kotlin that returns whenever it is suspended, and is called to go on. */
  static boolean isSuspendFunction(DeclaredMethod method) {
    return method.descriptor().endsWith(CONTINUATION);
  }

  /** Whether what the method returns may be a {@code CompletionStage}. */
  static boolean mayReturnStage(DeclaredMethod method) {
    String descriptor = method.descriptor();
    String type = descriptor.substring(descriptor.lastIndexOf(')') + 1);
    return type.charAt(0) == 'L'
        && (type.equals("Ljava/lang/Object;") || !type.startsWith("Ljava/lang/"));
  }

  /** The class without its package, {@code Outer.Inner} where it is nested, and the method. */
  static String stepName(String className, String method) {
    String simple = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    // Objects of Scala are called like that.
    String type = simple.endsWith(".") ? simple.substring(0, simple.length() - 1) : simple;
    return type + "." + method;
  }
}
