package io.sidelight.output;

import io.sidelight.config.LineSchema;
import io.sidelight.redact.Redactor;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A few encoders with warm buffers, lent to threads for one line each. Not a thread-local: that
 * would keep a buffer for every thread there ever was, make virtual threads start with a new one
 * each, and break when encoding one line logs another. Costs one atomic swap to take and an ordered
 * store to give back; when the slot of a thread is empty it gets a new encoder. Thread-safe.
 */
final class EncoderPool {

  private static final int SLOTS = 16;

  /** Keeps slots on cache lines of their own. */
  private static final int STRIDE = 16;

  private final AtomicReferenceArray<LineEncoder> slots =
      new AtomicReferenceArray<>(SLOTS * STRIDE);
  private final OutputSettings settings;
  private final Clock clock;

  EncoderPool(OutputSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** An encoder that no other thread uses; one that failed is not given back. */
  LineEncoder take(Redactor redactor) {
    LineEncoder free = slots.getAndSet(slot(), null);
    return free == null ? make(redactor) : free;
  }

  void giveBack(LineEncoder encoder) {
    slots.lazySet(slot(), encoder);
  }

  private static int slot() {
    return (int) (Thread.currentThread().getId() & (SLOTS - 1)) * STRIDE;
  }

  private LineEncoder make(Redactor redactor) {
    if (settings.format == OutputSettings.Format.TEXT) {
      return new TextEncoder(settings, redactor, clock);
    }
    if (settings.schema == LineSchema.NATIVE) {
      return new JsonEncoder(settings, redactor, clock);
    }
    return new SchemaEncoder(
        settings, SchemaFields.mapping(settings.schema, settings.process()), redactor, clock);
  }
}
