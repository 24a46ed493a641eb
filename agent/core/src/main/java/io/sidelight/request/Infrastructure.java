package io.sidelight.request;

import io.sidelight.library.LibraryNames;

/**
 * Classes whose tasks and threads never belong to a request, even when they are handed over or made
 * inside one: connections, pollers, pools and their cleaners, and the machinery that carries
 * requests to their handlers and back.
 */
final class Infrastructure {

  /** The JDK: continuations of virtual threads, its HTTP client. */
  private static final String[] PLATFORM = {
    "java.lang.", "jdk.internal.", "sun.", "java.util.concurrent.SubmissionPublisher$",
  };

  private static final ClassValue<Boolean> OWNED =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return owns(type.getName()) || DrainLoops.isOne(type);
        }
      };

  private Infrastructure() {}

  /** Whether this is a task of one of these, a loop over a queue, or the JDK's wrapper of one. */
  static boolean owns(Object task) {
    if (OWNED.get(task.getClass())) {
      return true;
    }
    Object content = JdkTasks.content(task);
    return content != null && OWNED.get(content.getClass());
  }

  private static boolean owns(String className) {
    return isOfPlatform(className) || LibraryNames.get().isInfrastructure(className);
  }

  /** Whether the threads that this class makes are never made for a request. */
  static boolean makesThreads(String className) {
    return owns(className) || LibraryNames.get().isThreadMaker(className);
  }

  private static boolean isOfPlatform(String className) {
    for (String prefix : PLATFORM) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
