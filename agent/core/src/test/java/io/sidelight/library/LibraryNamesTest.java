package io.sidelight.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryNamesTest {

  @AfterEach
  void forget() {
    LibraryNames.describedBy(names -> {});
  }

  @Test
  void get_severalTimes_asksOnceAndNotBefore() {
    AtomicInteger asked = new AtomicInteger();
    LibraryNames.describedBy(names -> asked.incrementAndGet());
    assertThat(asked).hasValue(0);

    LibraryNames.get();
    LibraryNames.get();

    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "org.sample.Task, true",
    "shaded.org.sample.Task, true",
    "theorg.sample.Task, false",
    "word.Task, true",
    "shaded.word.Task, false",
    "org.other.Task, false",
  })
  void isInfrastructure_prefix_countsWhereRelocatedUnlessOneWord(String name, boolean expected) {
    LibraryNames.describedBy(names -> names.infrastructure("org.sample.", "word."));

    assertThat(LibraryNames.get().isInfrastructure(name)).isEqualTo(expected);
    assertThat(LibraryNames.get().isThreadMaker(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "org.sample.Factory, getSingleton, true",
    "org.sample.Factory, getOther, false",
    "org.lazy.Value, get, true",
    "shaded.org.lazy.Value, get, false",
  })
  void setsUp_ofMethodOrWholeClass_onlyThese(String name, String method, boolean expected) {
    LibraryNames.describedBy(
        names -> {
          names.setUp("getSingleton", "org.sample.");
          names.setUp(null, "org.lazy.");
        });

    assertThat(LibraryNames.get().setsUp(name, method)).isEqualTo(expected);
  }

  @Test
  void threadsAndFailures_byName_areFound() {
    LibraryNames.describedBy(
        names -> {
          names.threadMakers("org.makers.");
          names.threadsPerTask("org.sample.Executor");
          names.threadCreators("org.sample.Creator");
          names.failures(CallError.RESET, "org.sample.Closed");
        });

    LibraryNames names = LibraryNames.get();
    assertThat(names.isThreadMaker("org.makers.Timer")).isTrue();
    assertThat(names.isInfrastructure("org.makers.Timer")).isFalse();
    assertThat(names.isThreadPerTask("org.sample.Executor")).isTrue();
    assertThat(names.isThreadPerTask("org.sample.Executor$1")).isFalse();
    assertThat(names.isThreadCreator("org.sample.Creator$1")).isTrue();
    assertThat(names.failure("org.sample.Closed")).isEqualTo(CallError.RESET);
    assertThat(names.failure("org.sample.Other")).isNull();
  }
}
