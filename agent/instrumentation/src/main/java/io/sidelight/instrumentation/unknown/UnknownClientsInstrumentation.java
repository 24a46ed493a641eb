package io.sidelight.instrumentation.unknown;

import io.sidelight.event.AgentWarning;
import io.sidelight.output.EventLog;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Warns once of each client whose calls get no lines, so that missing {@code deps} are not taken
 * for missing calls. A program for which nothing else is written stays silent.
 */
public final class UnknownClientsInstrumentation implements LibraryInstrumentation {

  private final EventLog log;
  private final Map<String, String> clients = Recognised.clients();

  /** Guarded by itself. */
  private final Set<String> warned = new HashSet<>();

  public UnknownClientsInstrumentation(EventLog log) {
    this.log = log;
  }

  @Override
  public String name() {
    return "unknown-clients";
  }

  @Override
  public Set<String> watchedClasses() {
    return clients.keySet();
  }

  @Override
  public boolean isOfALibrary() {
    return false;
  }

  @Override
  public void loaded(String className) {
    String client = clients.get(className);
    if (client == null) {
      return;
    }
    synchronized (warned) {
      if ((Recognised.isBeneathOthers(client) && !warned.isEmpty()) || !warned.add(client)) {
        return;
      }
    }
    log.logOnceAnnounced(
        AgentWarning.ofApplication(
            "The application has loaded a client that Sidelight does not instrument ("
                + client
                + "): its calls get no lines and no request ID, and are missing in deps"));
  }
}
