package sample.app;

/** An agent that makes the JVM look like Java 8 to the one that comes after it. */
final class OldJavaAgent {

  private OldJavaAgent() {}

  public static void premain(String arguments) {
    System.setProperty("java.specification.version", "1.8");
  }
}
