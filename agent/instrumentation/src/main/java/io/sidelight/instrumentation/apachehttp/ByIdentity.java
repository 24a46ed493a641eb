package io.sidelight.instrumentation.apachehttp;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls by the object of the library that stands for them, which has no place for one of ours.
 *
 * <p>Keys are held weakly and compared by identity. A value must not lead to its key: a call that
 * never ends would keep the library's objects. Look-ups take no lock and one small object.
 */
final class ByIdentity<V> {

  private final ConcurrentMap<Object, V> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  @Nullable V get(@Nullable Object key) {
    return key == null ? null : entries.get(new Probe(key));
  }

  void put(Object key, V value) {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      entries.remove(gone);
    }
    entries.remove(new Probe(key));
    entries.put(new Key(key, collected), value);
  }

  @Nullable V remove(Object key) {
    return entries.remove(new Probe(key));
  }

  /** Stays in the map: equal to itself, and to a probe for the same object. */
  private static final class Key extends WeakReference<Object> {

    private final int hash;

    Key(Object key, ReferenceQueue<Object> collected) {
      super(key, collected);
      hash = System.identityHashCode(key);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }

  /** To look up with; the map asks the key that is looked up, not the one that it has. */
  private static final class Probe {

    private final Object key;

    Probe(Object key) {
      this.key = key;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key && ((Key) other).get() == key;
    }
  }
}
