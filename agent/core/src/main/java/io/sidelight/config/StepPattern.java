package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/**
 * Which methods are steps: an item of option {@code steps}. Either {@code CLASS#METHOD}, in which
 * each {@code *} stands for any characters, dots included, or {@code @ANNOTATION} by its binary
 * name. Immutable.
 */
public final class StepPattern {
  private static final int MAX_LENGTH = 512;

  private final String text;
  private final String className;
  private final String method;

  private StepPattern(String text, String className, String method) {
    this.text = text;
    this.className = className;
    this.method = method;
  }

  /**
   * Reads an item.
   *
   * @param text without white space around it
   * @return null if no method could be meant by it
   */
  static @Nullable StepPattern parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    if (text.startsWith("@")) {
      String annotation = text.substring(1);
      return isName(annotation, false) ? new StepPattern(text, annotation, "") : null;
    }
    int hash = text.indexOf('#');
    if (hash < 0) {
      return null;
    }
    String className = text.substring(0, hash);
    String method = text.substring(hash + 1);
    return isName(className, true) && isName(method, true) && method.indexOf('.') < 0
        ? new StepPattern(text, className, method)
        : null;
  }

  /** Kotlin and Scala have methods with blanks and signs in their names. */
  private static boolean isName(String name, boolean stars) {
    if (name.isEmpty()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c == '/' || c == ';' || c == '[' || c == '@' || (c == '*' && !stars)) {
        return false;
      }
    }
    return true;
  }

  /** Whether methods are named by an annotation that they or their class carry. */
  public boolean isAnnotation() {
    return method.isEmpty();
  }

  /** Binary name of the annotation. Only of a pattern with {@link #isAnnotation}. */
  public String annotation() {
    return className;
  }

  /**
   * Whether methods of this class may be meant. Not of a pattern with {@link #isAnnotation}.
   *
   * @param name binary name
   */
  public boolean matchesClass(String name) {
    return Globs.matches(className, name);
  }

  /** Whether methods of this name are meant, in a class that is. */
  public boolean matchesMethod(String name) {
    return Globs.matches(method, name);
  }

  /**
   * Whether the pattern has this text where methods are named: what a star stands for does not
   * count.
   */
  public boolean spellsInMethod(String part) {
    return method.contains(part);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StepPattern && ((StepPattern) other).text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As an option has it. */
  @Override
  public String toString() {
    return text;
  }
}
