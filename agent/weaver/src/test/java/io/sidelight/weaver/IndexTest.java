package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexTest {

  private static final JoinPoint ALWAYS = JoinPoint.of("a.Library", "call", "()V", "Advice");
  private static final JoinPoint SOMETIMES =
      JoinPoint.optional("a.Library", "new", "()V", "Advice");
  private static final JoinPoint BEFORE =
      JoinPoint.alternative("a.Library", "end", "()V", "Advice");
  private static final JoinPoint AFTER =
      JoinPoint.alternative("a.Library", "done", "()V", "Advice");

  private static @Nullable JoinPoint lacking(List<JoinPoint> declared, JoinPoint... missing) {
    Index.Target target = new Index(List.of(new Declared(declared))).targets("a/Library").get(0);
    return target.lacking(Set.of(missing));
  }

  @Test
  void lacking_allThere_isNone() {
    assertThat(lacking(List.of(ALWAYS, SOMETIMES, BEFORE, AFTER))).isNull();
  }

  @Test
  void lacking_optional_isNone() {
    assertThat(lacking(List.of(ALWAYS, SOMETIMES), SOMETIMES)).isNull();
  }

  @Test
  void lacking_required_isThat() {
    assertThat(lacking(List.of(SOMETIMES, ALWAYS), ALWAYS, SOMETIMES)).isSameAs(ALWAYS);
  }

  @Test
  void lacking_oneOfTheAlternatives_isNone() {
    assertThat(lacking(List.of(BEFORE, AFTER), BEFORE)).isNull();
    assertThat(lacking(List.of(BEFORE, AFTER), AFTER)).isNull();
  }

  @Test
  void lacking_allAlternatives_isOneOfThem() {
    assertThat(lacking(List.of(ALWAYS, BEFORE, AFTER), BEFORE, AFTER)).isIn(BEFORE, AFTER);
  }

  @Test
  void markerClass_asksForItsLibraryAndHasNothingToWeave() {
    Index.Target marker =
        new Index(List.of(new Declared(List.of(ALWAYS)))).targets("a/Marker").get(0);
    assertThat(marker.asksLibrary()).isTrue();
    assertThat(marker.joinPoints()).isEmpty();
  }

  private static final class Declared implements LibraryInstrumentation {

    private final List<JoinPoint> joinPoints;

    private Declared(List<JoinPoint> joinPoints) {
      this.joinPoints = joinPoints;
    }

    @Override
    public String name() {
      return "library";
    }

    @Override
    public Set<String> markerClasses() {
      return Set.of("a.Marker");
    }

    @Override
    public List<JoinPoint> joinPoints() {
      return joinPoints;
    }
  }
}
