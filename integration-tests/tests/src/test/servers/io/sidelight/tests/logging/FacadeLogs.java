package io.sidelight.tests.logging;

import java.nio.file.Path;
import java.util.Map;

/** A library that is logged with through a facade; its context is used directly. */
final class FacadeLogs implements Logs {

  private final Logs library;
  private final Facade facade;

  FacadeLogs(Logs library, Facade facade) {
    this.library = library;
    this.facade = facade;
  }

  @Override
  public void configure(Path work) throws Exception {
    library.configure(work);
  }

  @Override
  public void log(Line line) {
    facade.log(line);
  }

  @Override
  public void logHostile(String logger, String message) {
    facade.logHostile(logger, message);
  }

  @Override
  public boolean isEnabled(String logger, String level) {
    return facade.isEnabled(logger, level);
  }

  @Override
  public void put(String key, String value) {
    library.put(key, value);
  }

  @Override
  public void remove(String key) {
    library.remove(key);
  }

  @Override
  public String get(String key) {
    return library.get(key);
  }

  @Override
  public Map<String, String> context() {
    return library.context();
  }
}
