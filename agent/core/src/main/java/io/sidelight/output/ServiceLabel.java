package io.sidelight.output;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The name of the service, a label on every line. A configured name never changes; without one it
 * is the name that a framework gives the application, from the moment the framework has read it,
 * and until then the one that the JVM was started under. That one is worked out with the first line
 * and not before, since most of what it depends on is set up by the program itself. Thread-safe.
 */
public final class ServiceLabel {

  private static final int MAX_LENGTH = 256;

  private static volatile @Nullable ServiceLabel installed;

  private final Supplier<@Nullable String> start;
  private final BooleanSupplier open;
  private volatile boolean known;
  private volatile @Nullable String name;

  private ServiceLabel(Supplier<@Nullable String> start, BooleanSupplier open) {
    this.start = start;
    this.open = open;
  }

  /** A name that stays as it is; null for none. */
  public static ServiceLabel of(@Nullable String name) {
    return new ServiceLabel(() -> name, () -> false);
  }

  /**
   * A name to be found out.
   *
   * @param start the name that the JVM was started under, or null; called once or twice
   * @param open whether a framework's name for the application is one for the whole process
   */
  public static ServiceLabel unconfigured(Supplier<@Nullable String> start, BooleanSupplier open) {
    return new ServiceLabel(start, open);
  }

  /** Makes this the label that instrumentations find. Called once, at the start of the agent. */
  public ServiceLabel install() {
    installed = this;
    return this;
  }

  /** The label of the agent, null before it has started. */
  public static @Nullable ServiceLabel installed() {
    return installed;
  }

  /** Whether a framework's name for the application would be used. */
  public boolean isOpen() {
    return open.getAsBoolean();
  }

  /** The name at this moment, null if there is none; two volatile reads. */
  public @Nullable String name() {
    if (!known) {
      String found = usable(start.get());
      synchronized (this) {
        if (!known) {
          name = found;
          known = true;
        }
      }
    }
    return name;
  }

  /**
   * Takes over the name that a framework gives the application. Ignored where {@link #isOpen} is
   * false, and when it is null, empty, longer than 256 characters or has control characters.
   */
  public void applicationIs(@Nullable String given) {
    String found = usable(given);
    if (found != null && isOpen()) {
      synchronized (this) {
        name = found;
        known = true;
      }
    }
  }

  private static @Nullable String usable(@Nullable String text) {
    String trimmed = text == null ? "" : text.trim();
    boolean bad = trimmed.isEmpty() || trimmed.length() > MAX_LENGTH;
    for (int i = 0; !bad && i < trimmed.length(); i++) {
      bad = Character.isISOControl(trimmed.charAt(i));
    }
    return bad ? null : trimmed;
  }
}
