package io.sidelight.config;

/** Is told when the options file has changed. */
public interface ChangeListener {

  /**
   * Called after {@code after} has come into force, when a value differs or a problem is new. What
   * differs is told by {@link Config#changesSince} and {@link Config#problemsSince}. Calls come one
   * at a time, on the thread that watches the file; a listener that throws is passed over.
   */
  void configChanged(Config before, Config after);
}
