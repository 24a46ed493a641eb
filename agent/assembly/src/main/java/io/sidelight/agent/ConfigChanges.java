package io.sidelight.agent;

import io.sidelight.config.ChangeListener;
import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.config.OptionChange;
import io.sidelight.dependency.Dependencies;
import io.sidelight.event.AgentWarning;
import io.sidelight.event.ConfigChanged;
import io.sidelight.log.ApplicationLog;
import io.sidelight.output.EventLog;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.step.Steps;

/**
 * Takes over a changed options file and tells each change. Runs on the thread that reads the file.
 */
final class ConfigChanges implements ChangeListener {

  private static final String PREFIX = "sidelight.";

  private final EventLog log;
  private final RequestLifecycle lifecycle;
  private final Dependencies dependencies;
  private final Steps steps;
  private final ApplicationLog applicationLog;

  private ConfigChanges(
      EventLog log,
      RequestLifecycle lifecycle,
      Dependencies dependencies,
      Steps steps,
      ApplicationLog applicationLog) {
    this.log = log;
    this.applicationLog = applicationLog;
    this.lifecycle = lifecycle;
    this.dependencies = dependencies;
    this.steps = steps;
  }

  static void follow(
      LiveConfig config,
      EventLog log,
      RequestLifecycle lifecycle,
      Dependencies dependencies,
      Steps steps,
      ApplicationLog applicationLog) {
    config.onChange(new ConfigChanges(log, lifecycle, dependencies, steps, applicationLog));
    config.watch();
  }

  @Override
  public void configChanged(Config before, Config after) {
    Output.configure(log, after);
    lifecycle.configure(after);
    dependencies.configure(after);
    steps.configure(after);
    applicationLog.configure(after);
    for (OptionChange change : after.changesSince(before)) {
      String option = PREFIX.concat(change.option());
      log.log(new ConfigChanged(option, change.from(), change.to()), null);
    }
    for (String problem : after.problemsSince(before)) {
      log.log(AgentWarning.ofOption(problem), null);
    }
  }
}
