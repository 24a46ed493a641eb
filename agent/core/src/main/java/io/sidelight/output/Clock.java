package io.sidelight.output;

/** Where time comes from, so that tests can set it. Thread-safe. */
interface Clock {

  Clock SYSTEM =
      new Clock() {
        @Override
        public long millis() {
          return System.currentTimeMillis();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }
      };

  /** Milliseconds since the epoch. */
  long millis();

  /** Nanoseconds of a clock that never goes back; only differences mean something. */
  long nanos();
}
