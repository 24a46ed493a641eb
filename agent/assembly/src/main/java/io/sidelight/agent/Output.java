package io.sidelight.agent;

import io.sidelight.config.Config;
import io.sidelight.config.LineFormat;
import io.sidelight.config.Options;
import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.output.ServiceLabel;
import io.sidelight.output.Terminal;
import io.sidelight.redact.ConfiguredRules;
import io.sidelight.redact.Redactor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates options into what the output needs to know. */
final class Output {

  private Output() {}

  static EventLog open(Config config) {
    OutputSettings settings =
        OutputSettings.builder()
            .format(format(config))
            .schema(config.get(Options.SCHEMA))
            .destination(config.get(Options.OUTPUT))
            .auditDestination(label(config.get(Options.AUDIT_OUTPUT)))
            .maxSize(config.get(Options.OUTPUT_MAX_SIZE))
            .maxFiles(config.get(Options.OUTPUT_MAX_FILES))
            .queue(config.get(Options.OUTPUT_QUEUE))
            .overflow(config.get(Options.OUTPUT_OVERFLOW))
            .service(service(config).install())
            .env(label(config.get(Options.ENV)))
            .version(label(config.get(Options.VERSION)))
            .build();
    return EventLog.start(settings, levels(config), redactor(config));
  }

  /** Takes over what may change while the application runs. */
  static void configure(EventLog log, Config config) {
    log.setLevels(levels(config));
    log.setRedactor(redactor(config));
  }

  /**
   * The configured name; else one to be found out. The applications of a server have names of their
   * own, none of which would be true for the lines of another.
   */
  private static ServiceLabel service(Config config) {
    String name = config.get(Options.SERVICE);
    if (!name.isEmpty()) {
      return ServiceLabel.of(name);
    }
    return ServiceLabel.unconfigured(ServiceName::ofThisJvm, () -> !ServiceName.isServer());
  }

  private static OutputSettings.Format format(Config config) {
    LineFormat format = config.get(Options.FORMAT);
    boolean text =
        format == LineFormat.TEXT
            || (format == LineFormat.AUTO && Terminal.isTerminal(config.get(Options.OUTPUT)));
    return text ? OutputSettings.Format.TEXT : OutputSettings.Format.JSON;
  }

  private static Levels levels(Config config) {
    Map<String, Level> levels = new HashMap<>(config.levels());
    Level root = levels.remove("");
    return Levels.of(root == null ? Level.INFO : root, levels);
  }

  private static Redactor redactor(Config config) {
    return new Redactor(ConfiguredRules.of(config));
  }

  private static @Nullable String label(String value) {
    return value.isEmpty() ? null : value;
  }
}
