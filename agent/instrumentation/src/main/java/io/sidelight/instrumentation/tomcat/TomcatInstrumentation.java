package io.sidelight.instrumentation.tomcat;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.function.Predicate;

/**
 * Join points read in Tomcat 8.5.0, 8.5.100, 9.0.1, 9.0.121, 10.1.0, 10.1.59, 11.0.0 and 11.0.25.
 */
public final class TomcatInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "tomcat";
  public static final String SWITCH_HELP = "Whether Tomcat is instrumented.";

  @Override
  public String name() {
    return SWITCH;
  }

  /** GlassFish has classes of the same names, over Grizzly instead of Coyote. */
  @Override
  public boolean isFor(Predicate<String> library) {
    return library.test("org.apache.coyote.Request");
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.apache.tomcat.", "org.apache.catalina.", "org.apache.coyote.");
  }
}
