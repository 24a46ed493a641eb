package io.sidelight.weaver;

import org.jspecify.annotations.Nullable;

/** The advice methods of an advice class. Immutable, and the same for all join points. */
final class AdviceClass {

  private final String name;
  private final @Nullable AdviceMethod enter;
  private final @Nullable AdviceMethod exit;

  AdviceClass(String name, @Nullable AdviceMethod enter, @Nullable AdviceMethod exit) {
    this.name = name;
    this.enter = enter;
    this.exit = exit;
  }

  /** Binary name. */
  String name() {
    return name;
  }

  @Nullable AdviceMethod enter() {
    return enter;
  }

  @Nullable AdviceMethod exit() {
    return exit;
  }
}
