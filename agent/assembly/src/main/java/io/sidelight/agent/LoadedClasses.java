package io.sidelight.agent;

import java.lang.instrument.Instrumentation;
import java.util.function.IntSupplier;

/** How many classes the JVM has loaded. */
final class LoadedClasses implements IntSupplier {

  private final Instrumentation instrumentation;

  LoadedClasses(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public int getAsInt() {
    return instrumentation.getAllLoadedClasses().length;
  }
}
