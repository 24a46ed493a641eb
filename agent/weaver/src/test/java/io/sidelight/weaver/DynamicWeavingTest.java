package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.UnmodifiableClassException;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;

class DynamicWeavingTest extends WeaverContract {

  private static final String LIBRARY = "sample.library.";

  private final DynamicSample sample = weaving.dynamic;

  @BeforeEach
  void forgetOffers() {
    sample.offered.clear();
    sample.notWoven.clear();
  }

  @Test
  void class_meantByName_isWovenInEachLoader() throws Throwable {
    for (int i = 0; i < 2; i++) {
      assertThat(new LibraryLoader().call("Dynamics$ByName", "in")).isEqualTo("in!");
      assertThat(Recorder.calls()).hasSize(2);
      Recorder.clear();
    }
  }

  @Test
  void class_meantByAnnotation_isWoven() throws Throwable {
    assertThat(new LibraryLoader().call("Dynamics$Annotated", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).hasSize(2);
  }

  @Test
  void class_neitherCalledNorAnnotatedLikeIt_isNotEvenParsed() throws Throwable {
    assertThat(new LibraryLoader().call("Dynamics$Plain", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).isEmpty();
    assertThat(sample.offered).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dynamics$ByNameEarly", "Dynamics$AnnotatedEarly"})
  void class_loadedBeforeTheAgent_isWoven(String early) throws Throwable {
    assertThat(weaving.early.call(early, "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).hasSize(2);
  }

  @Test
  void class_transformedOnceMore_isOfferedAsLoadedBefore()
      throws UnmodifiableClassException, Throwable {
    Class<?> type = new LibraryLoader().type("Dynamics$ByName");
    ByteBuddyAgent.getInstrumentation().retransformClasses(type);
    assertThat(sample.offered).containsExactly(type.getName(), type.getName().concat(" again"));
    Reflection.invoke(type, null, "call", new Class<?>[] {String.class}, "in");
    assertThat(Recorder.calls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$$SpringCGLIB$$0",
        "$$EnhancerBySpringCGLIB$$1a2b",
        "$Proxy12",
        "_$$_jvst5a_0",
        "$ByteBuddy$x",
        "$HibernateProxy$y",
        "$MockitoMock$1",
        "_ClientProxy",
        "_Subclass"
      })
  void class_generatedAroundAnother_isNotOffered(String suffix) throws Throwable {
    String name = "Dynamics$ByName" + suffix;
    LibraryLoader loader =
        new LibraryLoader().with(LIBRARY + name, OldClassFile.of(LIBRARY + name, Opcodes.V1_8));
    assertThat(loader.call(name, "in")).isEqualTo("in!");
    assertThat(sample.offered).isEmpty();
    assertThat(Recorder.calls()).isEmpty();
  }

  @Test
  void class_thatCannotBeWoven_runsUnchangedAndTheOthersAreWoven() throws Throwable {
    String name = "Dynamics$ByNameOld";
    LibraryLoader loader =
        new LibraryLoader().with(LIBRARY + name, OldClassFile.of(LIBRARY + name, Opcodes.V1_5));
    assertThat(loader.call(name, "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).isEmpty();
    assertThat(sample.notWoven)
        .containsExactly(LIBRARY + name + ": class file version 49 can't call advice");

    assertThat(loader.call("Dynamics$ByName", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).hasSize(2);
    assertThat(weaving.weaver.armed()).contains("dynamic");
  }
}
