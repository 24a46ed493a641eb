package io.sidelight.bootstrap;

/**
 * {@code sidelight.enabled=false}, read before anything else is loaded, so that a switched-off
 * agent costs nothing. The same precedence as for every option; the options file is read later.
 */
final class Switch {

  private static final String OPTION = "enabled";

  private Switch() {}

  static boolean isOff(String arguments) {
    String value = System.getProperty("sidelight.enabled");
    if (value == null) {
      value = System.getenv("SIDELIGHT_ENABLED");
    }
    if (value == null) {
      value = argument(arguments);
    }
    return value != null && value.trim().equalsIgnoreCase("false");
  }

  /** The option in {@code k=v;k=v}, null when it isn't there. */
  private static String argument(String arguments) {
    if (arguments == null) {
      return null;
    }
    for (int from = 0; from <= arguments.length(); ) {
      int end = arguments.indexOf(';', from);
      end = end < 0 ? arguments.length() : end;
      int equals = arguments.indexOf('=', from);
      if (equals >= 0 && equals < end) {
        String name = arguments.substring(from, equals).trim();
        if (name.equals(OPTION) || name.equals("sidelight.enabled")) {
          return arguments.substring(equals + 1, end);
        }
      }
      from = end + 1;
    }
    return null;
  }
}
