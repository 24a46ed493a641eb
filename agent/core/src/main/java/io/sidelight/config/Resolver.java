package io.sidelight.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides which value counts: that of the strongest source whose value is one the option can have,
 * else the default. What the JVM was started with is read once; the file may come in again.
 */
final class Resolver {
  private final Catalog catalog;
  private final List<Layer> startLayers = new ArrayList<>(4);
  private final List<Problem> startProblems = new ArrayList<>(0);

  Resolver(Inputs inputs, Catalog catalog) {
    this.catalog = catalog;
    startLayers.add(Layer.ofSystemProperties(inputs.systemProperties, catalog, startProblems));
    startLayers.add(Layer.ofEnvironment(inputs.environment, catalog, startProblems));
    startLayers.add(Layer.ofAgentArgument(inputs.agentArgument, catalog, startProblems));
  }

  /** The configuration without a file: it tells which file there is. */
  Config withoutFile() {
    return resolve(startLayers, new ArrayList<>(startProblems), null);
  }

  /**
   * The configuration with this content of the file.
   *
   * @param running the configuration in force, whose values stay for options that are not dynamic,
   *     and for those that the file now gives a value they can't have; null at the start
   */
  Config withFile(List<FileLine> file, @Nullable Config running) {
    List<Problem> problems = new ArrayList<>(startProblems);
    List<Layer> layers = new ArrayList<>(startLayers);
    layers.add(Layer.ofFile(file, catalog, problems));
    return resolve(layers, problems, running);
  }

  private Config resolve(List<Layer> layers, List<Problem> problems, @Nullable Config running) {
    Map<String, Setting<?>> settings = new LinkedHashMap<>();
    List<Problem> overridden = new ArrayList<>(0);
    for (Option<?> option : catalog.all()) {
      if (!option.isFamily()) {
        settings.put(option.name(), resolve(option, layers, problems, overridden, running));
      }
    }
    for (String name : membersIn(layers)) {
      Option<?> member = catalog.find(name);
      if (member != null) {
        Setting<?> setting = resolve(member, layers, problems, overridden, running);
        if (setting.source != Source.DEFAULT) {
          settings.put(name, setting);
        }
      }
    }
    return new Config(settings, problems, overridden);
  }

  private <T> Setting<T> resolve(
      Option<T> option,
      List<Layer> layers,
      List<Problem> problems,
      List<Problem> overridden,
      @Nullable Config running) {
    Setting<T> setting = Setting.ofDefault(option);
    Given used = null;
    List<Given> refused = new ArrayList<>(0);
    for (Layer layer : layers) {
      Given given = layer.get(option);
      if (given == null) {
        continue;
      }
      T value = given.value == null ? null : option.parse(given.value);
      if (used != null) {
        if (!setting.value.equals(value)) {
          (layer.source() == Source.FILE ? overridden : problems).add(overridden(given, used));
        }
      } else if (value != null) {
        setting = new Setting<>(option, value, layer.source());
        used = given;
        addDoubt(option, value, given, problems);
      } else {
        refused.add(given);
        Setting<T> lastGood = layer.source() == Source.FILE ? ofFile(option, running) : null;
        setting = lastGood == null ? setting : lastGood;
      }
    }
    if (running != null && !option.isDynamic()) {
      Setting<T> kept = running.setting(option);
      if (refused.isEmpty() && !kept.hasValueOf(setting)) {
        problems.add(Problem.of("The new value of " + option + " takes effect at the next start."));
      }
      setting = kept;
    }
    for (Given given : refused) {
      problems.add(refusal(option, given, setting));
    }
    return setting;
  }

  private static <T> void addDoubt(Option<T> option, T value, Given given, List<Problem> problems) {
    String doubt = option.doubt(value);
    if (doubt != null) {
      problems.add(given.problem(" " + doubt + (doubt.endsWith("?") ? "" : ".")));
    }
  }

  private static Problem overridden(Given given, Given used) {
    return given.problem(" has no effect: " + used.reference() + " sets the same and comes first.");
  }

  /** The setting in force if it came from the file, as its last good value; else null. */
  private static <T> @Nullable Setting<T> ofFile(Option<T> option, @Nullable Config running) {
    Setting<T> setting = running == null ? null : running.setting(option);
    return setting != null && setting.source == Source.FILE ? setting : null;
  }

  private static Problem refusal(Option<?> option, Given given, Setting<?> setting) {
    if (given.value == null) {
      return Problem.inLine(
          given.source.subject(given.name),
          given.line,
          Layer.BROKEN_ESCAPE + "; " + inUse(setting));
    }
    String value = option.isSecret() ? "" : " is \"" + Printable.of(given.value) + "\" but";
    return given.problem(
        value + " must be " + option.values().replace("`", "") + "; " + inUse(setting));
  }

  private static String inUse(Setting<?> setting) {
    if (setting.option.isMember() && setting.source == Source.DEFAULT) {
      return "the level of the parent logger is used instead.";
    }
    return setting.shownWithSource() + " is used instead.";
  }

  private Set<String> membersIn(List<Layer> layers) {
    Set<String> members = new TreeSet<>();
    for (Layer layer : layers) {
      for (String name : layer.names()) {
        Option<?> option = catalog.find(name);
        if (option != null && option.isMember()) {
          members.add(name);
        }
      }
    }
    return members;
  }
}
