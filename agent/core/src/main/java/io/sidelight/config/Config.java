package io.sidelight.config;

import io.sidelight.event.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of all options at one moment. Immutable, and so safe for any thread. */
public final class Config {
  private final Map<String, Setting<?>> settings;
  private final List<Problem> problems;
  private final List<Problem> overridden;
  private final Map<String, Level> levels;

  /**
   * Takes over the collections.
   *
   * @param overridden the options of the file that another source overrides: nothing wrong, but
   *     good to know for somebody who edits the file
   */
  Config(Map<String, Setting<?>> settings, List<Problem> problems, List<Problem> overridden) {
    this.settings = settings;
    this.problems = problems;
    this.overridden = overridden;
    this.levels = Collections.unmodifiableMap(levelsIn(settings));
  }

  /** The value of an option: one lookup in a map, no allocation. */
  public <T> T get(Option<T> option) {
    return setting(option).value;
  }

  /**
   * Whether the switch {@code instrument.<name>} of a library is on.
   *
   * @param name of a declared switch; one that isn't is on
   */
  public boolean isInstrumented(String name) {
    Setting<?> setting = settings.get(Options.INSTRUMENT.familyPrefix().concat(name));
    return setting == null || Boolean.TRUE.equals(setting.value);
  }

  /** Where the value of the option came from. */
  public Source source(Option<?> option) {
    return setting(option).source;
  }

  /** The level of every logger that has one of its own; the root logger is under "". */
  public Map<String, Level> levels() {
    return levels;
  }

  /**
   * The options that differ from their default, by name without {@code sidelight.}, each as its
   * value and source: {@code 500ms (file)}. Secrets are masked, and nothing in it can break a line.
   */
  public Map<String, String> nonDefault() {
    Map<String, String> shown = new LinkedHashMap<>();
    for (Setting<?> setting : settings.values()) {
      if (!setting.isDefault()) {
        shown.put(Printable.of(setting.option.name()), setting.shownWithSource());
      }
    }
    return Collections.unmodifiableMap(shown);
  }

  /**
   * What is wrong with the options: sentences for users, free of secrets and control characters.
   */
  public List<String> problems() {
    return sentences(problems);
  }

  /** The problems that the earlier configuration did not have; not those that only moved. */
  public List<String> problemsSince(Config earlier) {
    List<Problem> added = new ArrayList<>(problems);
    added.removeAll(earlier.problems);
    return sentences(added);
  }

  /** Sentences about the options of the file that have no effect, as another source has them. */
  List<String> overridden() {
    return sentences(overridden);
  }

  /** The options whose values differ between the earlier configuration and this one. */
  public List<OptionChange> changesSince(Config earlier) {
    TreeSet<String> names = new TreeSet<>(earlier.settings.keySet());
    names.addAll(settings.keySet());
    List<OptionChange> changes = new ArrayList<>();
    for (String name : names) {
      Setting<?> from = earlier.settings.get(name);
      Setting<?> to = settings.get(name);
      if (from == null || to == null || !to.hasValueOf(from)) {
        changes.add(OptionChange.of(name, from, to));
      }
    }
    return changes;
  }

  Collection<Setting<?>> settings() {
    return settings.values();
  }

  /** The setting of the option; its default if no source sets it. */
  <T> Setting<T> setting(Option<T> option) {
    @SuppressWarnings("unchecked") // the resolver puts settings under the name of their option
    Setting<T> setting = (Setting<T>) settings.get(option.name());
    return setting == null ? Setting.ofDefault(option) : setting;
  }

  /** The same values with one more problem. */
  Config withProblem(String problem) {
    List<Problem> more = new ArrayList<>(problems);
    more.add(Problem.of(problem));
    return new Config(settings, more, overridden);
  }

  private static List<String> sentences(List<Problem> problems) {
    List<String> sentences = new ArrayList<>(problems.size());
    for (Problem problem : problems) {
      sentences.add(problem.toString());
    }
    return Collections.unmodifiableList(sentences);
  }

  private static Map<String, Level> levelsIn(Map<String, Setting<?>> settings) {
    Map<String, Level> levels = new TreeMap<>();
    String prefix = Options.LEVEL_OF_LOGGER.familyPrefix();
    for (Map.Entry<String, Setting<?>> entry : settings.entrySet()) {
      String name = entry.getKey();
      Object value = entry.getValue().value;
      if (name.equals(Options.LEVEL.name())) {
        levels.put("", (Level) value);
      } else if (name.startsWith(prefix)) {
        levels.put(name.substring(prefix.length()), (Level) value);
      }
    }
    return levels;
  }
}
