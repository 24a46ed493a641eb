package io.sidelight.bootstrap;

import java.io.File;

/**
 * Explains, once and on standard error, why classes of the agent can't be read: most often its jar
 * was overwritten while the application runs. Nothing else can be relied on then, as each further
 * class may be missing.
 */
final class JarWatch {

  private final File jar;
  private final long length;
  private final long modified;
  private boolean told;

  /** Notes what the jar is like now. */
  JarWatch(File jar) {
    this.jar = jar;
    this.length = jar.length();
    this.modified = jar.lastModified();
  }

  /** The jar could not be read, or what was read is no class. */
  void failed(Throwable thrown) {
    if (first()) {
      System.err.println("sidelight: " + meaning() + " (" + thrown + ")");
    }
  }

  private synchronized boolean first() {
    boolean first = !told;
    told = true;
    return first;
  }

  private String meaning() {
    return hasChanged()
        ? "the agent's jar "
            + jar
            + " was replaced while the application runs. Lines and request IDs may be missing"
            + " until the application is restarted."
        : "the agent's jar "
            + jar
            + " can't be read any more. Lines and request IDs may be missing.";
  }

  private boolean hasChanged() {
    try {
      return jar.length() != length || jar.lastModified() != modified;
    } catch (SecurityException e) {
      return true; // the file can't be asked, and the usual reason is the likely one
    }
  }
}
