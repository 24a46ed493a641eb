package io.sidelight.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a JVM is started with, put together by a test. */
final class Fixture {
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable String argument;

  Fixture property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  Fixture variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Fixture argument(String text) {
    argument = text;
    return this;
  }

  /** Writes the file and names it in a system property. */
  Fixture file(Path path, String content) throws IOException {
    Files.writeString(path, content);
    return property("sidelight.config", path.toString());
  }

  LiveConfig load() {
    return load(Options.CATALOG);
  }

  LiveConfig load(Catalog catalog) {
    return LiveConfig.load(new Inputs(properties, environment, argument), catalog);
  }

  Config config() {
    return load().current();
  }
}
