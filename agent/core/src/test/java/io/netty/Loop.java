package io.netty;

import java.util.concurrent.ThreadFactory;

/** Makes a thread by a name that is a library's. */
public final class Loop {

  private Loop() {}

  public static Thread thread(Runnable task) {
    return new Thread(task);
  }

  public static Thread thread(ThreadFactory factory, Runnable task) {
    return factory.newThread(task);
  }
}
