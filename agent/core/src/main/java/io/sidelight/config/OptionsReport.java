package io.sidelight.config;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What the {@code config} command says about options. */
public final class OptionsReport {
  private static final int NAME_WIDTH = 36;
  private static final int VALUE_WIDTH = 24;

  private OptionsReport() {}

  /**
   * Writes a line for every option: name, value, source and default, and one for every option of
   * the file that another source overrides. Secrets are masked.
   */
  public static void print(Config config, Appendable to) throws IOException {
    row(to, "OPTION", "VALUE", "SOURCE", "DEFAULT");
    for (Setting<?> setting : config.settings()) {
      String defaultText = setting.option.defaultText();
      row(
          to,
          Printable.of(setting.option.toString()),
          setting.shown(),
          setting.source.toString(),
          defaultText.isEmpty() ? Setting.NOTHING : defaultText);
    }
    for (String overridden : config.overridden()) {
      to.append(overridden).append('\n');
    }
  }

  /** What is wrong with an options file, taken by itself; empty if nothing is. */
  public static List<String> check(String path, Switches switches) {
    Map<String, String> nothing = Collections.emptyMap();
    Resolver resolver = new Resolver(new Inputs(nothing, nothing, null), Options.catalog(switches));
    try {
      return resolver.withFile(new OptionsFile(path).read(), null).problems();
    } catch (IOException e) {
      return Collections.singletonList(e.getMessage() + ".");
    }
  }

  private static void row(Appendable to, String name, String value, String source, String other)
      throws IOException {
    pad(to, name, NAME_WIDTH);
    pad(to, value, VALUE_WIDTH);
    pad(to, source, Source.SYSTEM_PROPERTY.toString().length());
    to.append(other).append('\n');
  }

  private static void pad(Appendable to, String text, int width) throws IOException {
    to.append(text);
    for (int i = text.length(); i < width; i++) {
      to.append(' ');
    }
    to.append("  ");
  }
}
