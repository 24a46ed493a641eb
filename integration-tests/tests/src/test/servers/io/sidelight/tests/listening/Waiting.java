package io.sidelight.tests.listening;

import java.io.IOException;

/** What the programs of this package wait for. */
final class Waiting {

  private static final String AGENT_THREAD = "sidelight-listening";

  private Waiting() {}

  /** Until the agent looks at this program's sockets no more; at once if it doesn't. */
  static boolean forAgent() throws InterruptedException {
    boolean looked = false;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(AGENT_THREAD)) {
        looked = true;
        thread.join();
      }
    }
    return looked;
  }

  /** Until the test closes standard input. */
  static void forTest() throws IOException {
    System.in.read();
  }
}
