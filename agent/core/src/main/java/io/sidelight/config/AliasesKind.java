package io.sidelight.config;

import java.util.List;
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

  @Override
  @Nullable String itemDoubt(DependencyAlias item) {
    return item.doubt();
  }

  /** The first alias that fits counts, so that one behind a wider one never does. */
  @Override
  @Nullable String doubt(List<DependencyAlias> value) {
    for (int i = 0; i < value.size(); i++) {
      for (int wider = 0; wider < i; wider++) {
        if (value.get(wider).covers(value.get(i))) {
          return "has "
              + Printable.of(value.get(i).toString())
              + ", which is never reached, since "
              + Printable.of(value.get(wider).toString())
              + " before it fits the same hosts";
        }
      }
    }
    return super.doubt(value);
  }
}
