package io.sidelight.tests.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Secrets that a test plants, each with the name of the door that it is brought in by, so that one
 * that is found tells where it came through.
 */
public final class PlantedSecrets {

  private final Map<String, String> byDoor = new LinkedHashMap<>();
  private final List<String> shown = new ArrayList<>();

  /** Machine-made to look at, and no shape of its own: the key alone gives it away. */
  public String secret(String door) {
    return plant(door, "Zq7" + byDoor.size() + "xKv" + Integer.toHexString(door.hashCode()) + "Wb");
  }

  /** The same of a door that leads to lines: without redaction it would be seen there. */
  public String shown(String door) {
    shown.add(door);
    return secret(door);
  }

  /** A secret that is known by its own shape. */
  public String shaped(String door, String secret) {
    shown.add(door);
    return plant(door, secret);
  }

  private String plant(String door, String secret) {
    if (byDoor.put(door, secret) != null) {
      throw new IllegalArgumentException(door);
    }
    return secret;
  }

  /** Doors whose secret is somewhere in the text. */
  public List<String> in(String text) {
    List<String> doors = new ArrayList<>();
    byDoor.forEach(
        (door, secret) -> {
          if (text.contains(secret)) {
            doors.add(door);
          }
        });
    return doors;
  }

  /** Doors that lead to lines. */
  public List<String> shown() {
    return shown;
  }
}
