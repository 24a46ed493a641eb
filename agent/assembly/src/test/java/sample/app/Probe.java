package sample.app;

/** Tells whether an agent has started in this JVM. */
final class Probe {

  private Probe() {}

  public static void main(String[] arguments) {
    System.out.println("agent " + agentStarted());
  }

  static boolean agentStarted() {
    try {
      return Class.forName("java.lang.SidelightLink", false, null) != null;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
