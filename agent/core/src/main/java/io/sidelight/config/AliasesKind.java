package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** Names of dependencies between commas, each with its hosts. */
final class AliasesKind extends ItemsKind<DependencyAlias> {

  AliasesKind() {
    super(1000, "aliases, each `NAME=HOST`, with `*` for any characters");
  }

  @Override
  @Nullable DependencyAlias item(String text) {
    return DependencyAlias.parse(text);
  }
}
