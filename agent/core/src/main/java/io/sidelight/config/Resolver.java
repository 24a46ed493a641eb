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
  private final List<String> startProblems = new ArrayList<>(0);

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
  Config withFile(Map<String, String> file, @Nullable Config running) {
    List<String> problems = new ArrayList<>(startProblems);
    List<Layer> layers = new ArrayList<>(startLayers);
    layers.add(Layer.ofFile(file, catalog, problems));
    return resolve(layers, problems, running);
  }

  private Config resolve(List<Layer> layers, List<String> problems, @Nullable Config running) {
    Map<String, Setting<?>> settings = new LinkedHashMap<>();
    for (Option<?> option : catalog.all()) {
      if (!option.isFamily()) {
        settings.put(option.name(), resolve(option, layers, problems, running));
      }
    }
    for (String name : membersIn(layers)) {
      Option<?> member = catalog.find(name);
      if (member != null) {
        Setting<?> setting = resolve(member, layers, problems, running);
        if (setting.source != Source.DEFAULT) {
          settings.put(name, setting);
        }
      }
    }
    return new Config(settings, problems);
  }

  private <T> Setting<T> resolve(
      Option<T> option, List<Layer> layers, List<String> problems, @Nullable Config running) {
    Setting<T> setting = Setting.ofDefault(option);
    List<String> refusals = null;
    for (Layer layer : layers) {
      Layer.Given given = layer.get(option);
      if (given == null) {
        continue;
      }
      T value = option.parse(given.value);
      if (value != null) {
        setting = new Setting<>(option, value, layer.source());
        break;
      }
      refusals = refusals == null ? new ArrayList<>() : refusals;
      refusals.add(refusal(option, layer.source(), given));
      Setting<T> lastGood = layer.source() == Source.FILE ? ofFile(option, running) : null;
      if (lastGood != null) {
        setting = lastGood;
        break;
      }
    }
    if (running != null && !option.isDynamic()) {
      Setting<T> kept = running.setting(option);
      if (refusals == null && !kept.hasValueOf(setting)) {
        problems.add("The new value of " + option + " takes effect at the next start.");
      }
      setting = kept;
    }
    if (refusals != null) {
      for (String refusal : refusals) {
        problems.add(refusal + "; " + inUse(setting));
      }
    }
    return setting;
  }

  /** The setting in force if it came from the file, as its last good value; else null. */
  private static <T> @Nullable Setting<T> ofFile(Option<T> option, @Nullable Config running) {
    Setting<T> setting = running == null ? null : running.setting(option);
    return setting != null && setting.source == Source.FILE ? setting : null;
  }

  private static String refusal(Option<?> option, Source source, Layer.Given given) {
    String value = option.isSecret() ? "" : " is \"" + Printable.of(given.value) + "\" but";
    return source.subject(given.name) + value + " must be " + option.values().replace("`", "");
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
