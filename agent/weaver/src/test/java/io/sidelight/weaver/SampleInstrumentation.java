package io.sidelight.weaver;

import java.util.List;
import java.util.function.Predicate;

/** One switch of its own for each scenario, since a switch that is off stays off. */
final class SampleInstrumentation implements LibraryInstrumentation {

  private static final String LIBRARY = "sample.library.";
  private static final String ADVICE = "io.sidelight.instrumentation.sample.";
  private static final String NEWER = LIBRARY + "Scenarios$Newer";
  private static final String CALL = "(Ljava/lang/String;)Ljava/lang/String;";

  private final String name;
  private final Predicate<Predicate<String>> fits;
  private final List<JoinPoint> joinPoints;

  private SampleInstrumentation(String name, JoinPoint... joinPoints) {
    this(name, library -> true, joinPoints);
  }

  private SampleInstrumentation(
      String name, Predicate<Predicate<String>> fits, JoinPoint... joinPoints) {
    this.name = name;
    this.fits = fits;
    this.joinPoints = List.of(joinPoints);
  }

  static List<LibraryInstrumentation> all() {
    String service = LIBRARY + "Service";
    String around = ADVICE + "AroundAdvice";
    return List.of(
        new SampleInstrumentation(
            "service",
            JoinPoint.of(
                service,
                "greet",
                "(Ljava/lang/String;I)Ljava/lang/String;",
                ADVICE + "GreetAdvice"),
            JoinPoint.of(service, "fixed", CALL, around),
            JoinPoint.of(
                service,
                "primitives",
                "(ZBCSIJFDLjava/lang/String;)Ljava/lang/String;",
                ADVICE + "PrimitivesAdvice"),
            JoinPoint.of(service, "branches", "(JD[I)J", around),
            JoinPoint.of(service, "half", "(D)D", around),
            JoinPoint.of(service, "nothing", "()V", around)),
        scenario("FailsOnce", "FailsOnceAdvice"),
        scenario("FailsAlways", "FailsAlwaysAdvice"),
        twin("FailingTwin", "FailsAlwaysAdvice"),
        twin("Twin", "AroundAdvice"),
        scenario("FailsAtExit", "FailsAtExitAdvice"),
        scenario("FailsWithPrimitive", "FailsWithPrimitiveAdvice"),
        scenario("Evolved", "EvolvedAdvice"),
        scenario("Unlinkable", "UnlinkableAdvice"),
        scenario("UnlinkablePrimitive", "UnlinkablePrimitiveAdvice"),
        new SampleInstrumentation(
            "Throws",
            JoinPoint.of(
                LIBRARY + "Scenarios$Throws",
                "call",
                "(Ljava/lang/Throwable;)Ljava/lang/String;",
                around),
            JoinPoint.of(LIBRARY + "Scenarios$Throws", "overflow", "(I)I", around)),
        scenario("FatalAdvice", "FatalAdvice"),
        new SampleInstrumentation(
            "Masks",
            JoinPoint.of(LIBRARY + "Scenarios$Masks", "call", CALL, ADVICE + "MaskAdvice")
                .thatMasks(),
            JoinPoint.of(LIBRARY + "Scenarios$Masks", "other", CALL, ADVICE + "FailsAlwaysAdvice")),
        new SampleInstrumentation(
            "MasksBadly",
            JoinPoint.of(LIBRARY + "Scenarios$MasksBadly", "call", CALL, ADVICE + "MaskAdvice")
                .thatMasks()),
        new SampleInstrumentation(
            "MasksNot",
            JoinPoint.of(LIBRARY + "Scenarios$MasksNot", "gone", "()V", around),
            JoinPoint.of(LIBRARY + "Scenarios$MasksNot", "call", CALL, ADVICE + "MaskAdvice")
                .thatMasks()),
        new SampleInstrumentation(
            "MasksNothing",
            JoinPoint.of(LIBRARY + "Scenarios$MasksNothing", "gone", CALL, ADVICE + "MaskAdvice")
                .thatMasks()),
        new SampleInstrumentation(
            "MasksWithoutALink",
            JoinPoint.of(
                    LIBRARY + "Scenarios$MasksWithoutALink",
                    "call",
                    CALL,
                    ADVICE + "UnlinkableMaskAdvice")
                .thatMasks()),
        new SampleInstrumentation(
            "Missing",
            JoinPoint.of(LIBRARY + "Scenarios$Missing", "call", CALL, around),
            JoinPoint.of(LIBRARY + "Scenarios$Missing", "gone", "()V", around)),
        new SampleInstrumentation(
            "Optional",
            JoinPoint.of(LIBRARY + "Scenarios$Optional", "call", CALL, around),
            JoinPoint.optional(LIBRARY + "Scenarios$Optional", "gone", "()V", around)),
        new SampleInstrumentation(
            "SharedOlder",
            library -> !library.test(NEWER),
            JoinPoint.of(LIBRARY + "Scenarios$Shared", "call", CALL, ADVICE + "AroundAdvice")),
        new SampleInstrumentation(
            "SharedNewer",
            library -> library.test(NEWER),
            JoinPoint.of(LIBRARY + "Scenarios$Shared", "call", CALL, ADVICE + "SecondAdvice")),
        new SampleInstrumentation(
            "SharedAlways",
            JoinPoint.of(LIBRARY + "Scenarios$Shared", "call", CALL, ADVICE + "ThirdAdvice")),
        scenario("Unweavable", "UnweavableAdvice"),
        scenario("Early", "AroundAdvice"),
        new SampleInstrumentation(
            "Java6", JoinPoint.of(LIBRARY + "Java6", "call", CALL, ADVICE + "FailsOnceAdvice")),
        new SampleInstrumentation(
            "Java6Early",
            JoinPoint.of(LIBRARY + "Java6Early", "call", CALL, ADVICE + "FailsOnceAdvice")),
        new SampleInstrumentation(
            "Java6Frameless",
            JoinPoint.of(LIBRARY + "Java6Frameless", "call", CALL, ADVICE + "FailsOnceAdvice")),
        new SampleInstrumentation(
            "Java5", JoinPoint.of(LIBRARY + "Java5", "call", CALL, ADVICE + "FailsOnceAdvice")),
        new SampleInstrumentation(
            "Java5Optional",
            JoinPoint.optional(
                LIBRARY + "Java5Optional", "call", CALL, ADVICE + "FailsOnceAdvice")),
        new SampleInstrumentation(
            "jdk",
            JoinPoint.of(
                "java.util.Timer",
                "schedule",
                "(Ljava/util/TimerTask;J)V",
                ADVICE + "TimerAdvice")),
        new SampleInstrumentation(
            "never", JoinPoint.of(LIBRARY + "NeverLoaded", "call", CALL, around)));
  }

  /** Two share a switch. */
  private static LibraryInstrumentation twin(String id, String advice) {
    return new Twin(
        id, List.of(JoinPoint.of(LIBRARY + "Scenarios$" + id, "call", CALL, ADVICE + advice)));
  }

  private record Twin(String id, List<JoinPoint> joinPoints) implements LibraryInstrumentation {
    @Override
    public String name() {
      return "twins";
    }
  }

  private static SampleInstrumentation scenario(String name, String advice) {
    return new SampleInstrumentation(
        name, JoinPoint.of(LIBRARY + "Scenarios$" + name, "call", CALL, ADVICE + advice));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return joinPoints;
  }

  @Override
  public boolean isFor(Predicate<String> library) {
    return fits.test(library);
  }
}
