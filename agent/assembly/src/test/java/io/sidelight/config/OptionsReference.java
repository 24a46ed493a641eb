package io.sidelight.config;

import io.sidelight.agent.Instrumentations;

/** Renders the declarations as the Markdown table of {@code docs/options.md}. */
final class OptionsReference {

  private OptionsReference() {}

  static String table() {
    StringBuilder table =
        new StringBuilder("| `sidelight.` + | environment | default | values | live | |\n")
            .append("|---|---|---|---|---|---|\n");
    for (Option<?> option : Options.catalog(Instrumentations.switches()).all()) {
      table.append(row(option)).append(option.help()).append(example(option)).append(" |\n");
    }
    return table.toString();
  }

  private static String row(Option<?> option) {
    return "| `%s` | `%s` | %s | %s | %s | "
        .formatted(
            option.name(),
            option.environmentName(),
            defaultOf(option),
            option.values(),
            option.isDynamic() ? "live" : "");
  }

  private static String defaultOf(Option<?> option) {
    String text = option.defaultText();
    if (text.isEmpty()) {
      return "–";
    }
    return option.parse(text) != null && !text.contains(" ") ? "`" + text + "`" : text;
  }

  private static String example(Option<?> option) {
    String example = option.example();
    return example.isEmpty() || example.equals(option.defaultText())
        ? ""
        : " Example: `" + example + "`";
  }
}
