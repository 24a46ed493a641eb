package io.sidelight.agent;

import io.sidelight.instrumentation.other.OtherLibraries;
import io.sidelight.library.LibraryDescription;
import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;

/** Asks all instrumentations for the names of their libraries, those that are switched off too. */
public final class DescribedLibraries implements LibraryDescription {

  @Override
  public void describe(LibraryNames names) {
    for (LibraryInstrumentation each : Instrumentations.all()) {
      each.describe(names);
    }
    new OtherLibraries().describe(names);
  }
}
