package sample.app;

import java.util.logging.LogManager;

/** Chooses a log manager in {@code main}, as WildFly and Quarkus do. */
public final class LogManagerChoice extends LogManager {

  public static void main(String[] arguments) {
    System.setProperty("java.util.logging.manager", LogManagerChoice.class.getName());
    System.out.println(LogManager.getLogManager().getClass().getSimpleName());
  }
}
