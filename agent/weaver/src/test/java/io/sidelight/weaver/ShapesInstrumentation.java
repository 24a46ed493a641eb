package io.sidelight.weaver;

import java.util.List;

/** Advice for {@link sample.library.Shapes}, each with a switch of its own. */
record ShapesInstrumentation(String name, List<JoinPoint> joinPoints)
    implements LibraryInstrumentation {

  private static final String SHAPES = "sample.library.Shapes";
  private static final String ADVICE = "io.sidelight.instrumentation.sample.";

  static List<LibraryInstrumentation> all() {
    return List.of(
        with(
            "replaceArguments",
            JoinPoint.of(
                SHAPES,
                "join",
                "(Ljava/lang/String;ILjava/lang/CharSequence;)Ljava/lang/String;",
                ADVICE + "ReplaceArgumentsAdvice")),
        with(
            "replaceResult",
            JoinPoint.of(
                SHAPES,
                "answer",
                "(Ljava/lang/String;)Ljava/lang/String;",
                ADVICE + "ReplaceResultAdvice")),
        with(
            "replacePrimitive",
            method("isShort", "(Ljava/lang/String;)Z", "ReplacePrimitiveAdvice"),
            method("width", "(Ljava/lang/String;)J", "ReplacePrimitiveAdvice")),
        with(
            "reassigned",
            JoinPoint.of(
                SHAPES,
                "reassigned",
                "(JLjava/lang/String;D)Ljava/lang/String;",
                ADVICE + "ReassignedAdvice")),
        with(
            "constructed",
            JoinPoint.anyOverload(SHAPES, "<init>", ADVICE + "ConstructedAdvice")
                .withLabel("new Shapes")),
        with("names", JoinPoint.anyOverload(SHAPES, "overloaded", ADVICE + "NameAdvice")),
        with("bridges", JoinPoint.anyOverload(SHAPES, "compareTo", ADVICE + "NameAdvice")),
        with("fields", method("field", "()Ljava/lang/String;", "FieldsAdvice")),
        with("secretField", method("hiddenField", "()Ljava/lang/String;", "SecretFieldAdvice")),
        with("fatalExit", method("guarded", "(Ljava/lang/String;)I", "FatalExitAdvice")),
        with("narrow", method("loose", "(Ljava/lang/Object;)Ljava/lang/Object;", "NarrowAdvice")),
        with(
            "constructorEntered",
            JoinPoint.anyOverload("sample.library.ShapesBase", "<init>", ADVICE + "NameAdvice")));
  }

  private static JoinPoint method(String name, String descriptor, String advice) {
    return JoinPoint.of(SHAPES, name, descriptor, ADVICE + advice);
  }

  private static LibraryInstrumentation with(String name, JoinPoint... joinPoints) {
    return new ShapesInstrumentation(name, List.of(joinPoints));
  }
}
