package io.sidelight.bootstrap;

/**
 * Recognises the JDK's own tools ({@code javac}, {@code jcmd}, {@code keytool} …), which inherit
 * the agent through {@code JAVA_TOOL_OPTIONS} and must be left alone.
 */
final class JdkTool {

  private JdkTool() {}

  static boolean isRunning() {
    return isTool(System.getProperty("jdk.module.main"));
  }

  /**
   * @param mainModule {@code jdk.module.main}, which the launcher of each tool sets; null for an
   *     application that isn't started as a module, {@code java Application.java} included
   */
  static boolean isTool(@Nullable String mainModule) {
    return mainModule != null && (mainModule.startsWith("jdk.") || mainModule.startsWith("java."));
  }
}
