package io.sidelight.agent;

import io.sidelight.weaver.Weaver;
import java.util.function.BooleanSupplier;

/** Whether a server that is followed has been loaded. */
final class LoadedServers implements BooleanSupplier {

  private final Weaver weaver;

  LoadedServers(Weaver weaver) {
    this.weaver = weaver;
  }

  @Override
  public boolean getAsBoolean() {
    return Instrumentations.isAnyForAServer(weaver.armed());
  }
}
