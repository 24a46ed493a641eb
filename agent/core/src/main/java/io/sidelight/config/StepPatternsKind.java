package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** Patterns for the methods that are timed, between commas. */
final class StepPatternsKind extends ItemsKind<StepPattern> {

  StepPatternsKind() {
    super(200, "patterns, each `CLASS#METHOD`, with `*` for any characters, or `@ANNOTATION`");
  }

  @Override
  @Nullable StepPattern item(String text) {
    return StepPattern.parse(text);
  }

  @Override
  @Nullable String itemDoubt(StepPattern item) {
    return item.toString().indexOf('(') >= 0
        ? "which matches nothing: a method is given by its name, without parameters"
        : null;
  }
}
