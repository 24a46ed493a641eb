package org.springframework.core.task;

import java.util.concurrent.Executor;

/** Makes a thread for each task by a name that is Spring's. */
public final class SimpleAsyncTaskExecutor implements Executor {

  @Override
  public void execute(Runnable task) {
    new Thread(task).start();
  }
}
