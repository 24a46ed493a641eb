package io.sidelight.instrumentation.serial;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;

/**
 * Join points read in the sources of Guava 20 and 33.5, gRPC 1.20 and 1.76, Reactor 3.3.22 and 3.8,
 * RxJava 2.2.21 and 3.1.12. All are optional: a release without one of these classes or methods
 * loses IDs, and gets no wrong ones.
 */
public final class SerialExecutorsInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "serial-executors";
  public static final String SWITCH_HELP =
      "Whether that holds for the serial executors of Guava and gRPC, listeners"
          + " of Guava's futures, and `publishOn` and `observeOn` of Reactor and RxJava.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void describe(LibraryNames names) {
    names.threadMakers("io.grpc.", "reactor.core.scheduler.");
    names.setUp(null, "com.google.common.base.Suppliers$", "com.google.common.cache.");
  }
}
