package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.Test;

final class JoinPointIndexerTest {

  private static final String PACKAGE = "io.sidelight.weaver";

  @Test
  void joinPoints_areAllCombinations_inTheOrderOfTheirNames() throws IOException {
    assertThat(declaredBy(Combined.class).of(PACKAGE))
        .extracting(JoinPoint::toString)
        .containsExactly(
            "library.One.close()V",
            "library.One.open()V",
            "library.Two.close()V",
            "library.Two.open()V");
  }

  @Test
  void attributes_areThoseOfTheAnnotation() throws IOException {
    List<JoinPoint> joinPoints = declaredBy(Attributed.class).of("libraries");

    assertThat(joinPoints).hasSize(2);
    JoinPoint first = joinPoints.get(0);
    assertThat(first.advice()).isEqualTo(Attributed.class.getName());
    assertThat(first.isAnyOverload()).isTrue();
    assertThat(first.isOptional()).isTrue();
    assertThat(first.label()).isEqualTo("reading");
    assertThat(first.masks()).isFalse();
    JoinPoint second = joinPoints.get(1);
    assertThat(second.matches("write", "([BII)V")).isTrue();
    assertThat(second.isAlternative()).isTrue();
    assertThat(second.label()).isEqualTo("Stream.write");
    assertThat(second.masks()).isTrue();
  }

  @Test
  void advice_ofSeveralInstrumentations_isInEach() throws IOException {
    DeclaredJoinPoints declared = declaredBy(Shared.class);

    assertThat(declared.owners()).containsExactlyInAnyOrder("one", "two");
    assertThat(declared.of("one")).hasSize(1);
    assertThat(declared.of("two")).hasSize(1);
    assertThat(declared.of(PACKAGE)).isEmpty();
  }

  @Test
  void advice_thatTheWeaverDoesNotSupport_isRefused() throws IOException {
    byte[] unsupported = classFile(Unsupported.class);
    JoinPointIndexer indexer = new JoinPointIndexer();

    assertThatThrownBy(() -> indexer.add(unsupported))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("@Local")
        .hasMessageContaining("does not support");
  }

  @Test
  void joinPoint_atAClassWithoutAdvice_isRefused() throws IOException {
    byte[] none = classFile(NoAdvice.class);
    JoinPointIndexer indexer = new JoinPointIndexer();

    assertThatThrownBy(() -> indexer.add(none)).hasMessageContaining("has no advice");
  }

  private static DeclaredJoinPoints declaredBy(Class<?> advice) throws IOException {
    JoinPointIndexer indexer = new JoinPointIndexer();
    indexer.add(classFile(advice));
    return new DeclaredJoinPoints(indexer.index());
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream("JoinPointIndexerTest$" + type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }

  @AdviceOn(
      type = {"library.One", "library.Two"},
      method = {"open", "close"},
      descriptor = "()V")
  static final class Combined {
    @Advice.OnMethodEnter
    static void enter() {}
  }

  @AdviceOn(
      instrumentation = "libraries",
      type = "library.Stream",
      method = "read",
      in = Presence.SOME_VERSIONS,
      label = "reading")
  @AdviceOn(
      instrumentation = "libraries",
      type = "library.Stream",
      method = "write",
      descriptor = "([BII)V",
      in = Presence.ONE_OF_SEVERAL,
      masks = true)
  static final class Attributed {
    @Advice.OnMethodEnter
    static void enter() {}
  }

  @AdviceOn(
      instrumentation = {"one", "two"},
      type = "library.One",
      method = "open",
      descriptor = "()V")
  static final class Shared {
    @Advice.OnMethodExit
    static void exit() {}
  }

  @AdviceOn(type = "library.One", method = "open", descriptor = "()V")
  static final class Unsupported {
    @Advice.OnMethodEnter
    static void enter(@Advice.Local("x") Object local) {}
  }

  @AdviceOn(type = "library.One", method = "open", descriptor = "()V")
  static final class NoAdvice {}
}
