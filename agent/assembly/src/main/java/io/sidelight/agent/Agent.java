package io.sidelight.agent;

import io.sidelight.config.LiveConfig;
import io.sidelight.config.Options;
import io.sidelight.dependency.Dependencies;
import io.sidelight.instrumentation.unknown.UnknownClientsInstrumentation;
import io.sidelight.instrumentation.unknown.UnknownServersInstrumentation;
import io.sidelight.library.LibraryNames;
import io.sidelight.listening.Listeners;
import io.sidelight.log.ApplicationLog;
import io.sidelight.output.Diagnostics;
import io.sidelight.output.EventLog;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.step.Steps;
import io.sidelight.weaver.LibraryInstrumentation;
import io.sidelight.weaver.Weaver;
import java.lang.instrument.Instrumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the agent's parts together, in the order in which they need each other. */
public final class Agent {

  private Agent() {}

  /**
   * Starts the agent. Called once, before the application's {@code main} or on the attach thread.
   *
   * @param arguments what follows the jar in {@code -javaagent:jar=…}
   * @param startNanos {@link System#nanoTime} of when the JVM called the agent
   */
  public static void start(
      @Nullable String arguments, Instrumentation instrumentation, long startNanos)
      throws Exception {
    LiveConfig config = LiveConfig.load(arguments, Instrumentations.switches());
    if (!config.current().get(Options.ENABLED)) {
      return;
    }
    LibraryNames.describedBy(new DescribedLibraries());
    EventLog log = Output.open(config.current());
    RequestLifecycle lifecycle = RequestLifecycle.install(log, config.current());
    Dependencies dependencies = Dependencies.install(log, config.current());
    Steps steps = Steps.install(log, config.current(), lifecycle);
    ApplicationLog applicationLog = ApplicationLog.install(log, config.current());
    UnknownServersInstrumentation unknownServers = new UnknownServersInstrumentation();
    List<LibraryInstrumentation> instrumentations =
        Instrumentations.enabled(config.current(), steps.matches());
    instrumentations.add(unknownServers);
    instrumentations.add(new UnknownClientsInstrumentation(log));
    Weaver weaver = new Weaver(log, instrumentations);
    Listeners.install(
        log, unknownServers.known(new LoadedServers(weaver)), new LoadedClasses(instrumentation));
    StartLine startLine = new StartLine(log, weaver, config);
    log.onFirstLine(startLine);
    Diagnostics.attach(log);
    weaver.install(instrumentation);
    ConfigChanges.follow(config, log, lifecycle, dependencies, steps, applicationLog);
    startLine.startTook(System.nanoTime() - startNanos);
  }
}
