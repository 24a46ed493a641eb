package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** {@code true} or {@code false}, in any case. */
final class FlagKind extends Kind<Boolean> {

  @Override
  @Nullable Boolean parse(String text) {
    if ("true".equalsIgnoreCase(text)) {
      return Boolean.TRUE;
    }
    return "false".equalsIgnoreCase(text) ? Boolean.FALSE : null;
  }

  @Override
  String render(Boolean value) {
    return value.toString();
  }

  @Override
  String description() {
    return "`true` or `false`";
  }
}
