package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Instrumentations share switches and packages but no identity and no join points. */
final class IdentitiesTest {

  private final List<LibraryInstrumentation> all =
      Instrumented.all().stream().map(Instrumented::instrumentation).toList();

  @Test
  void identities_areUnlike() {
    assertThat(all).extracting(LibraryInstrumentation::id).doesNotHaveDuplicates();
    assertThat(all.size())
        .isGreaterThan((int) all.stream().map(LibraryInstrumentation::name).distinct().count());
  }

  /** A misspelt identity at an advice would leave its join points to nobody. */
  @Test
  void advice_belongsToAnInstrumentation_thatIsThere() {
    Map<String, Long> inPackage =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.getClass().getPackageName(), Collectors.counting()));
    Set<String> identities =
        all.stream().map(LibraryInstrumentation::id).collect(Collectors.toSet());
    Set<String> nobodys = new TreeSet<>();

    for (String owner : DeclaredJoinPoints.ofAgent().owners()) {
      if (!identities.contains(owner) && inPackage.getOrDefault(owner, 0L) != 1) {
        nobodys.add(owner);
      }
    }

    assertThat(nobodys)
        .as("neither an identity nor the package of exactly one instrumentation")
        .isEmpty();
  }

  @Test
  void instrumentations_haveJoinPoints() {
    assertThat(all).allSatisfy(each -> assertThat(each.joinPoints()).isNotEmpty());
  }
}
