package io.sidelight.instrumentation.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.LiveConfig;
import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.step.StepMatches;
import io.sidelight.step.Steps;
import io.sidelight.weaver.DeclaredClass;
import io.sidelight.weaver.JoinPoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Which methods patterns mean. */
class StepsInstrumentationTest {

  private static final String SAMPLES = "io.sidelight.instrumentation.steps.Samples";
  private static final String KOTLIN = "app/PricingKt";

  @TempDir Path folder;

  @Test
  void methodName_isOneOfTheClass_allItsOverloads() throws IOException {
    assertThat(methods(SAMPLES + "$Simple#quote", "Simple"))
        .containsExactly("quote()Ljava/lang/String;", "quote(I)Ljava/lang/String;");
  }

  @Test
  void star_asMethod_neitherInitializersNorWhatTheCompilerMadeNorWhatEveryObjectHas()
      throws IOException {
    assertThat(methods(SAMPLES + "$Simple#*", "Simple"))
        .containsExactly(
            "quote()Ljava/lang/String;",
            "quote(I)Ljava/lang/String;",
            "get()Ljava/lang/String;",
            "hidden()J");
  }

  @Test
  void spelled_toStringAndLambda_areMeant() throws IOException {
    assertThat(methods(SAMPLES + "$Simple#toString," + SAMPLES + "*#lambda$get$*", "Simple"))
        .containsExactly("toString()Ljava/lang/String;", "lambda$get$0()Ljava/lang/String;");
  }

  @Test
  void starInClass_standsForPackagesAndNestedClasses() throws IOException {
    assertThat(methods("io.sidelight.*Simple#hid*", "Simple")).containsExactly("hidden()J");
    assertThat(methods("io.sidelight.instrumentation.steps.Samples#*", "Simple")).isEmpty();
  }

  @Test
  void interface_defaultMethodsOnly() throws IOException {
    assertThat(methods(SAMPLES + "$Pricing#*", "Pricing"))
        .containsExactly("doubled()Ljava/lang/String;");
  }

  @Test
  void annotation_onMethod_whateverItsRetentionInClassFiles() throws IOException {
    assertThat(methods("@" + SAMPLES + "$Timed", "Annotated"))
        .containsExactly("visible()Ljava/lang/String;");
    assertThat(methods("@" + SAMPLES + "$Traced", "Annotated"))
        .containsExactly("inClassFileOnly()Ljava/lang/String;");
  }

  @Test
  void annotation_onClass_itsPublicMethods() throws IOException {
    assertThat(methods("@" + SAMPLES + "$Timed", "AllAnnotated"))
        .containsExactly("one()Ljava/lang/String;", "two()Ljava/lang/String;");
  }

  @Test
  void method_meantTwice_isOneJoinPoint() throws IOException {
    assertThat(
            methods("@" + SAMPLES + "$Timed," + SAMPLES + "$Annotated#v*,*#visible", "Annotated"))
        .containsExactly("visible()Ljava/lang/String;");
  }

  @Test
  void kotlin_defaultsAndLambdasAndSuspendFunctions_areLeftOut() throws IOException {
    ClassWriter kotlin = new ClassWriter(0);
    kotlin.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, KOTLIN, null, "java/lang/Object", null);
    int plain = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    int synthetic = plain | Opcodes.ACC_SYNTHETIC;
    String suspending = "(ILkotlin/coroutines/Continuation;)Ljava/lang/Object;";
    kotlin.visitMethod(plain, "quote", "(I)I", null, null);
    kotlin.visitMethod(synthetic, "quote$default", "(IILjava/lang/Object;)I", null, null);
    kotlin.visitMethod(plain, "quote$lambda$0", "(I)I", null, null);
    kotlin.visitMethod(plain, "quote$app_main", "(J)I", null, null);
    kotlin.visitMethod(plain, "fetch", suspending, null, null);
    kotlin.visitMethod(plain, "getPrice", "()I", null, null);
    DeclaredClass type = DeclaredClass.of(kotlin.toByteArray(), false);
    Path lines = folder.resolve("kotlin");

    assertThat(names(instrumentation("app.PricingKt#*", lines).joinPoints(type)))
        .containsExactly("quote(I)I", "quote$app_main(J)I", "getPrice()I");
    assertThat(Files.readString(lines)).contains("app.PricingKt#fetch").contains("suspend");
    assertThat(names(instrumentation("app.PricingKt#quote$*", lines).joinPoints(type)))
        .containsExactly("quote$lambda$0(I)I", "quote$app_main(J)I");
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Pricing,Pricing.quote",
    "Pricing,Pricing.quote",
    "com.acme.Outer$Inner,Outer.Inner.quote",
    "com.acme.Outer$1,Outer.1.quote",
    "com.acme.PricingKt,PricingKt.quote",
    "com.acme.Pricing$,Pricing.quote"
  })
  void stepName_isTheClassWithoutItsPackageAndTheMethod(String className, String name) {
    assertThat(StepMethods.stepName(className, "quote")).isEqualTo(name);
  }

  @Test
  void result_thatMayBeAStage_isLookedAt() throws IOException {
    List<String> looked = new ArrayList<>();
    declared("Returning")
        .methods()
        .forEach(
            method -> {
              if (StepMethods.mayReturnStage(method)) {
                looked.add(method.name());
              }
            });
    assertThat(looked).containsExactly("future", "stage", "any", "old");
  }

  private List<String> methods(String patterns, String sample) throws IOException {
    DeclaredClass type = declared(sample);
    StepsInstrumentation instrumentation = instrumentation(patterns, folder.resolve("lines"));
    return names(instrumentation.joinPoints(type));
  }

  private static List<String> names(List<JoinPoint> joinPoints) {
    List<String> names = new ArrayList<>();
    for (JoinPoint joinPoint : joinPoints) {
      String whole = joinPoint.toString();
      names.add(whole.substring(whole.lastIndexOf('.', whole.indexOf('(')) + 1));
    }
    return names;
  }

  private static DeclaredClass declared(String sample) throws IOException {
    try (InputStream in =
        StepsInstrumentationTest.class.getResourceAsStream("Samples$" + sample + ".class")) {
      return DeclaredClass.of(in.readAllBytes(), false);
    }
  }

  private static StepsInstrumentation instrumentation(String patterns, Path lines) {
    EventLog log =
        EventLog.start(
            OutputSettings.builder().destination(lines.toString()).build(),
            Levels.of(Level.INFO, Map.of()),
            new Redactor(RedactionRules.defaults()));
    log.close(); // from here on each line is written by the thread that logs it
    LiveConfig config = LiveConfig.load("steps=" + patterns);
    assertThat(config.current().problems()).isEmpty();
    RequestLifecycle lifecycle = RequestLifecycle.install(log, config.current());
    StepMatches matches = Steps.install(log, config.current(), lifecycle).matches();
    return new StepsInstrumentation(matches);
  }
}
