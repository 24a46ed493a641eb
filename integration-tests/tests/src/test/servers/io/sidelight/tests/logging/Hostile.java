package io.sidelight.tests.logging;

import java.util.concurrent.atomic.AtomicInteger;

/** Application code that fails when somebody calls it. */
final class Hostile {

  /** Never ends. */
  static final Object ENDLESS =
      new Object() {
        @Override
        public String toString() {
          return "[" + this + "]";
        }
      };

  static final Object THROWS =
      new Object() {
        @Override
        public String toString() {
          throw new IllegalStateException("toString");
        }
      };

  private static final AtomicInteger SUPPLIED = new AtomicInteger();

  private Hostile() {}

  /** What a supplier runs. */
  static String supply() {
    SUPPLIED.incrementAndGet();
    throw new IllegalStateException("supplier");
  }

  /** How often suppliers ran. */
  static int supplied() {
    return SUPPLIED.get();
  }

  /** An exception that has lost its text. */
  static final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("getMessage");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("getCause");
    }

    @Override
    public String toString() {
      return "" + ENDLESS;
    }
  }
}
