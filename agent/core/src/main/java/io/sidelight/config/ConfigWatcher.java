package io.sidelight.config;

/**
 * The daemon thread that looks at the options file. It waits on this object, so that it can be
 * woken early and stopped at once.
 */
final class ConfigWatcher implements Runnable {
  private static final String THREAD_NAME = "sidelight-config";
  private static final long INTERVAL_MS = 1000;

  private final LiveConfig config;
  private boolean woken;
  private boolean stopped;

  ConfigWatcher(LiveConfig config) {
    this.config = config;
  }

  /** Starts the thread, which inherits neither thread locals nor a context class loader. */
  void start() {
    Thread thread = new Thread(null, this, THREAD_NAME, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  @Override
  public void run() {
    try {
      while (awaitNext()) {
        config.poll();
      }
    } catch (Throwable t) {
      // Left alone, it would reach the application's handler of uncaught exceptions.
      config.watchFailed(t);
    }
  }

  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  private synchronized boolean awaitNext() {
    long end = System.nanoTime() + INTERVAL_MS * 1_000_000;
    long left = INTERVAL_MS;
    while (!stopped && !woken && left > 0) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        stopped = true; // whoever interrupts a thread wants it to end
      }
      left = (end - System.nanoTime()) / 1_000_000;
    }
    woken = false;
    return !stopped;
  }
}
