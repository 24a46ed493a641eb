package io.sidelight.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds declared options by the names that users give them. Immutable. */
final class Catalog {
  private final List<Option<?>> options;

  Catalog(List<Option<?>> options) {
    this.options = Collections.unmodifiableList(new ArrayList<>(options));
  }

  List<Option<?>> all() {
    return options;
  }

  /** The option, or member of a family, of that name (without {@code sidelight.}), or null. */
  @Nullable Option<?> find(String name) {
    for (Option<?> option : options) {
      if (option.isFamily()) {
        if (name.startsWith(option.familyPrefix())
            && name.length() > option.familyPrefix().length()) {
          return option.member(name);
        }
      } else if (option.name().equals(name)) {
        return option;
      }
    }
    return null;
  }

  /**
   * The option that an environment variable names, or null. In the variable of a family member
   * underscores stand for dots, and capitals for small letters unless it has small letters too; a
   * member with an underscore or a dash in its name can't be named this way.
   */
  @Nullable Option<?> findByEnvironmentName(String variable) {
    for (Option<?> option : options) {
      if (!option.isFamily() && option.environmentName().equals(variable)) {
        return option;
      }
    }
    for (Option<?> option : options) {
      if (option.isFamily()) {
        String prefix = option.environmentName();
        prefix = prefix.substring(0, prefix.indexOf('<'));
        if (variable.startsWith(prefix) && variable.length() > prefix.length()) {
          return option.member(option.familyPrefix() + word(variable.substring(prefix.length())));
        }
      }
    }
    return null;
  }

  /** The declared name most like this one, or null if none is near. */
  @Nullable String nearest(String name) {
    List<String> names = new ArrayList<>();
    for (Option<?> option : options) {
      if (option.isFamily()) {
        int dot = name.indexOf('.');
        names.add(option.familyPrefix() + (dot < 0 ? "" : name.substring(dot + 1)));
      } else {
        names.add(option.name());
      }
    }
    return NearestName.of(name, names);
  }

  /** The declared environment variable most like this one, or null if none is near. */
  @Nullable String nearestEnvironmentName(String variable) {
    List<String> names = new ArrayList<>();
    for (Option<?> option : options) {
      String name = option.environmentName();
      if (!option.isFamily()) {
        names.add(name);
        continue;
      }
      String prefix = name.substring(0, name.indexOf('<'));
      int word = variable.indexOf('_', Option.ENVIRONMENT_PREFIX.length()) + 1;
      if (word > 0 && word < variable.length()) {
        names.add(prefix.concat(variable.substring(word)));
      }
    }
    return NearestName.of(variable, names);
  }

  private static String word(String inVariable) {
    boolean capitalsOnly = inVariable.equals(inVariable.toUpperCase(Locale.ROOT));
    String word = inVariable.replace('_', '.');
    return capitalsOnly ? word.toLowerCase(Locale.ROOT) : word;
  }
}
