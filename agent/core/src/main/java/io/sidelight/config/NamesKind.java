package io.sidelight.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of keys or headers between commas, which are compared by their words. */
final class NamesKind extends ListKind {

  @Override
  @Nullable String doubt(List<String> value) {
    for (String name : value) {
      if (name.indexOf('*') >= 0) {
        return "has " + Printable.of(name) + ", in which the star counts for nothing";
      }
      if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
        return "has " + Printable.of(name) + ", which matches no name";
      }
    }
    return null;
  }
}
