package io.sidelight.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of the classes of libraries, all binary. They are collected when the first of them is
 * needed, and don't change from then on. Without a {@link #describedBy description} there are none.
 */
public final class LibraryNames {

  private static volatile @Nullable LibraryDescription description;

  /** Null until needed. Two threads may both collect them: the result is the same. */
  private static volatile @Nullable LibraryNames collected;

  private final List<String> infrastructure = new ArrayList<>();
  private final List<String> threadMakers = new ArrayList<>();
  private final List<String> threadsPerTask = new ArrayList<>();
  private final List<String> threadCreators = new ArrayList<>();
  private final List<SetUp> setUps = new ArrayList<>();
  private final Map<String, CallError> failures = new HashMap<>();

  private LibraryNames() {}

  /** Sets who is asked for the names, before anything is woven. Asks nothing yet. */
  public static void describedBy(LibraryDescription libraries) {
    description = libraries;
    collected = null;
  }

  /** The names of all libraries: one volatile read after the first time. */
  public static LibraryNames get() {
    LibraryNames names = collected;
    if (names == null) {
      names = new LibraryNames();
      LibraryDescription libraries = description;
      if (libraries != null) {
        libraries.describe(names);
      }
      collected = names;
    }
    return names;
  }

  /**
   * Adds beginnings of names of classes whose tasks and threads never belong to a request. They
   * also count in a package that another library has relocated them into, unless they are one word.
   */
  public void infrastructure(String... prefixes) {
    addAll(infrastructure, prefixes);
  }

  /**
   * Adds beginnings of names of classes that make threads of their own, while tasks of theirs may
   * be the application's. They also count where they are relocated.
   */
  public void threadMakers(String... prefixes) {
    addAll(threadMakers, prefixes);
  }

  /** Adds executors that make a thread for each task. */
  public void threadsPerTask(String... classNames) {
    addAll(threadsPerTask, classNames);
  }

  /** Adds beginnings of names of classes that make threads for whoever extends or calls them. */
  public void threadCreators(String... prefixes) {
    addAll(threadCreators, prefixes);
  }

  /**
   * Adds code that sets up what outlives the request.
   *
   * @param method null for all methods of these classes
   * @param prefixes beginnings of their names
   */
  public void setUp(@Nullable String method, String... prefixes) {
    for (String prefix : prefixes) {
      setUps.add(new SetUp(method, prefix));
    }
  }

  /** Adds exceptions of a client, whose subclasses count as well. */
  public void failures(CallError error, String... classNames) {
    for (String className : classNames) {
      failures.put(className, error);
    }
  }

  public boolean isInfrastructure(String className) {
    return isOf(className, infrastructure);
  }

  /** Whether the class makes threads of its own; infrastructure is asked for apart. */
  public boolean isThreadMaker(String className) {
    return isOf(className, threadMakers);
  }

  public boolean isThreadPerTask(String className) {
    return threadsPerTask.contains(className);
  }

  public boolean isThreadCreator(String className) {
    for (String prefix : threadCreators) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this method sets up what outlives the request. */
  public boolean setsUp(String className, String method) {
    for (SetUp each : setUps) {
      if (className.startsWith(each.prefix)
          && (each.method == null || each.method.equals(method))) {
        return true;
      }
    }
    return false;
  }

  /** What an exception of this very class means, or null. */
  public @Nullable CallError failure(String className) {
    return failures.get(className);
  }

  private static void addAll(List<String> to, String... names) {
    for (String name : names) {
      to.add(name);
    }
  }

  /** Whether a class is of one of these, in its own package or a relocated one. */
  private static boolean isOf(String className, List<String> prefixes) {
    for (String prefix : prefixes) {
      int at = className.indexOf(prefix);
      if (at == 0 || (at > 0 && className.charAt(at - 1) == '.' && isDistinctive(prefix))) {
        return true;
      }
    }
    return false;
  }

  /** A name of one word may be a package of an application's, too. */
  private static boolean isDistinctive(String prefix) {
    return prefix.indexOf('.') < prefix.length() - 1;
  }

  /** Code that sets up what outlives the request; without a method all of a class. */
  private static final class SetUp {
    final @Nullable String method;
    final String prefix;

    SetUp(@Nullable String method, String prefix) {
      this.method = method;
      this.prefix = prefix;
    }
  }
}
