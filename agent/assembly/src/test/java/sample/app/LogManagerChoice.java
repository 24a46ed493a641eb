package sample.app;

import java.util.logging.LogManager;

/** Chooses a log manager in {@code main}, as WildFly and Quarkus do. */
final class LogManagerChoice {

  private LogManagerChoice() {}

  public static void main(String[] arguments) {
    System.setProperty("java.util.logging.manager", Chosen.class.getName());
    System.out.println(LogManager.getLogManager().getClass().getSimpleName());
  }

  public static final class Chosen extends LogManager {}
}
