package io.sidelight.bootstrap;

/**
 * {@code sidelight.enabled=false}, read before anything else is loaded, so that a switched-off
 * agent costs nothing. The same rules as for every option: a value that is neither {@code true} nor
 * {@code false} leaves the word to the next source. The options file is read later.
 */
final class Switch {

  private static final String OPTION = "enabled";

  private Switch() {}

  static boolean isOff(@Nullable String arguments) {
    return isOff(
        System.getProperty("sidelight.enabled"), System.getenv("SIDELIGHT_ENABLED"), arguments);
  }

  /**
   * @param property value of {@code sidelight.enabled}, null when it isn't set
   * @param variable value of {@code SIDELIGHT_ENABLED}, null when it isn't set
   * @param arguments {@code k=v;k=v}, null when there are none
   */
  static boolean isOff(
      @Nullable String property, @Nullable String variable, @Nullable String arguments) {
    String[] values = {property, variable, argument(arguments)};
    for (String value : values) {
      String word = value == null ? "" : value.trim();
      if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
        return word.equalsIgnoreCase("false");
      }
    }
    return false;
  }

  /** The option's last value in {@code k=v;k=v}, null when it isn't there. */
  private static @Nullable String argument(@Nullable String arguments) {
    String value = null;
    for (int from = 0; arguments != null && from <= arguments.length(); ) {
      int end = arguments.indexOf(';', from);
      end = end < 0 ? arguments.length() : end;
      int equals = arguments.indexOf('=', from);
      if (equals >= 0 && equals < end) {
        String name = arguments.substring(from, equals).trim();
        if (name.equals(OPTION) || name.equals("sidelight.enabled")) {
          value = arguments.substring(equals + 1, end);
        }
      }
      from = end + 1;
    }
    return value;
  }
}
