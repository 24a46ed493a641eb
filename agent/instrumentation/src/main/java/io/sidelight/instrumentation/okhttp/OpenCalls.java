package io.sidelight.instrumentation.okhttp;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * The calls under way: OkHttp has no place on a call that takes an object of ours and that neither
 * the application nor its event listener sees.
 *
 * <p>Calls are held weakly, so that one whose body the application never closes is collected as it
 * would be without us. Look-ups take no lock and one small object.
 */
final class OpenCalls {

  private static final ConcurrentMap<Object, TrackedCall> OPEN = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Call> COLLECTED = new ReferenceQueue<>();

  private OpenCalls() {}

  static @Nullable TrackedCall get(Call call) {
    return OPEN.get(new Probe(call));
  }

  static void put(TrackedCall tracked) {
    for (Reference<?> gone = COLLECTED.poll(); gone != null; gone = COLLECTED.poll()) {
      OPEN.remove(gone);
    }
    OPEN.put(tracked, tracked);
  }

  static void remove(TrackedCall tracked) {
    OPEN.remove(tracked);
  }

  /** A key that stays in the map: equal to itself, and to a probe for the same call. */
  abstract static class CallReference extends WeakReference<Call> {

    private final int hash;

    CallReference(Call call) {
      super(call, COLLECTED);
      hash = System.identityHashCode(call);
    }

    @Override
    public final int hashCode() {
      return hash;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
      return this == other;
    }
  }

  /** A key to look up with; the map asks the one that is looked up, not the one that it has. */
  private static final class Probe {

    private final Call call;

    Probe(Call call) {
      this.call = call;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(call);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof CallReference && ((CallReference) other).get() == call;
    }
  }
}
