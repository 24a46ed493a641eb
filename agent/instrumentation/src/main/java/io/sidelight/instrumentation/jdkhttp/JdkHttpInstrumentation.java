package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.weaver.LibraryInstrumentation;

/** Join points read in JDK 17.0.15, 17.0.19 and 25, and in part in 11 and 21. */
public final class JdkHttpInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "jdk-http";
  public static final String SWITCH_HELP = "Whether `java.net.http` is instrumented.";

  @Override
  public String name() {
    return SWITCH;
  }
}
