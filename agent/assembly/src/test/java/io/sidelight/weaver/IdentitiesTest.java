package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.agent.Instrumentations;
import io.sidelight.config.LiveConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instrumentations share switches but no identity: by that the weaver keeps what it knows. */
@SuppressWarnings("NullAway") // without patterns of steps nothing matches them
final class IdentitiesTest {

  @Test
  void identities_areUnlike() {
    List<LibraryInstrumentation> all =
        Instrumentations.enabled(LiveConfig.load("").current(), null);
    assertThat(all).extracting(LibraryInstrumentation::id).doesNotHaveDuplicates();
    assertThat(all.size())
        .isGreaterThan((int) all.stream().map(LibraryInstrumentation::name).distinct().count());
  }
}
