package io.sidelight.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One constant of an enum, read in any case. It is written in lower case, or as the constant is
 * spelled where that is how people know it ({@code DEBUG}).
 */
final class ChoiceKind<E extends Enum<E>> extends Kind<E> {
  private final E[] constants;
  private final boolean asSpelled;

  private ChoiceKind(E[] constants, boolean asSpelled) {
    this.constants = constants;
    this.asSpelled = asSpelled;
  }

  static <E extends Enum<E>> ChoiceKind<E> lowerCase(E[] constants) {
    return new ChoiceKind<>(constants, false);
  }

  static <E extends Enum<E>> ChoiceKind<E> asSpelled(E[] constants) {
    return new ChoiceKind<>(constants, true);
  }

  @Override
  @Nullable E parse(String text) {
    for (E constant : constants) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    return null;
  }

  @Override
  String render(E value) {
    return asSpelled ? value.name() : value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  String description() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < constants.length; i++) {
      if (i > 0) {
        text.append(i == constants.length - 1 ? " or " : ", ");
      }
      text.append('`').append(render(constants[i])).append('`');
    }
    return text.toString();
  }
}
