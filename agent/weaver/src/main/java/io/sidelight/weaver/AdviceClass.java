package io.sidelight.weaver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an advice class says that it does. Immutable, and the same for all join points. */
final class AdviceClass {

  private final String name;
  private final @Nullable AdviceMethod enter;
  private final List<AdviceMethod> replacements;
  private final @Nullable AdviceMethod exit;

  AdviceClass(
      String name,
      @Nullable AdviceMethod enter,
      List<AdviceMethod> replacements,
      @Nullable AdviceMethod exit) {
    this.name = name;
    this.enter = enter;
    this.replacements = List.copyOf(replacements);
    this.exit = exit;
  }

  /** Binary name. */
  String name() {
    return name;
  }

  @Nullable AdviceMethod enter() {
    return enter;
  }

  /** In the order in which they run. */
  List<AdviceMethod> replacements() {
    return replacements;
  }

  @Nullable AdviceMethod exit() {
    return exit;
  }
}
