package io.sidelight.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * Which part of the agent may use which, read from class files: bootstrap, core, weaver,
 * instrumentations and assembly, each on the ones before, and the command line on core.
 */
class ArchitectureTest {

  private static final int LARGEST_CIRCLE = 4;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.sidelight");

  @Test
  void parts_useThoseBelowAlone() {
    ArchRule rule =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.sidelight..")
            .layer("bootstrap")
            .definedBy("io.sidelight.bootstrap..")
            .layer("core")
            .definedBy(
                "io.sidelight.config..",
                "io.sidelight.debug..",
                "io.sidelight.dependency..",
                "io.sidelight.event..",
                "io.sidelight.exchange..",
                "io.sidelight.library..",
                "io.sidelight.listening..",
                "io.sidelight.log..",
                "io.sidelight.output..",
                "io.sidelight.redact..",
                "io.sidelight.request..",
                "io.sidelight.step..")
            .layer("weaver")
            .definedBy("io.sidelight.weaver..")
            .layer("instrumentation")
            .definedBy("io.sidelight.instrumentation..")
            .layer("command line")
            .definedBy("io.sidelight.cli..")
            .layer("assembly")
            .definedBy("io.sidelight.agent..")
            .ensureAllClassesAreContainedInArchitecture()
            .whereLayer("bootstrap")
            .mayNotAccessAnyLayer()
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("weaver")
            .mayOnlyAccessLayers("core")
            .whereLayer("instrumentation")
            .mayOnlyAccessLayers("core", "weaver")
            .whereLayer("command line")
            .mayOnlyAccessLayers("core");

    rule.check(CLASSES.that(resideInAPackage("io.sidelight..")));
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("io.sidelight.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** Classes of which each needs each other can only be understood together. */
  @Test
  void circlesOfClasses_areSmall() {
    assertThat(ClassCircles.of(CLASSES).largerThan(LARGEST_CIRCLE)).isEmpty();
  }
}
