package io.sidelight.agent;

import io.sidelight.config.ChangeListener;
import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.config.OptionChange;
import io.sidelight.event.AgentWarning;
import io.sidelight.event.ConfigChanged;
import io.sidelight.output.EventLog;
import io.sidelight.request.RequestLifecycle;

/**
 * Takes over a changed options file and tells each change. Runs on the thread that reads the file.
 */
final class ConfigChanges implements ChangeListener {

  private static final String PREFIX = "sidelight.";

  private final EventLog log;
  private final RequestLifecycle lifecycle;

  private ConfigChanges(EventLog log, RequestLifecycle lifecycle) {
    this.log = log;
    this.lifecycle = lifecycle;
  }

  static void follow(LiveConfig config, EventLog log, RequestLifecycle lifecycle) {
    config.onChange(new ConfigChanges(log, lifecycle));
    config.watch();
  }

  @Override
  public void configChanged(Config before, Config after) {
    Output.configure(log, after);
    lifecycle.configure(after);
    for (OptionChange change : after.changesSince(before)) {
      String option = PREFIX.concat(change.option());
      log.log(new ConfigChanged(option, change.from(), change.to()), null);
    }
    for (String problem : after.problemsSince(before)) {
      log.log(AgentWarning.ofOption(problem), null);
    }
  }
}
