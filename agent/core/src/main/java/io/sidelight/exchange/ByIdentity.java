package io.sidelight.exchange;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What an instrumentation knows of objects of its library that have no place for one of ours.
 *
 * <p>Keys are held weakly and told apart by identity, so that what never ends is collected as it
 * would be without the agent. A value must not lead to its key, but may be it: see {@link Key}.
 * Look-ups take no lock and one small object. Thread-safe.
 *
 * @param <K> the library's objects
 * @param <V> what is known of them
 */
public final class ByIdentity<K, V> {

  private final ConcurrentMap<Object, V> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<K> collected = new ReferenceQueue<>();

  /** Null when nothing is known. */
  public @Nullable V get(@Nullable K key) {
    return key == null ? null : entries.get(new Probe(key));
  }

  /** Takes the place of what was known before. */
  public void put(K key, V value) {
    entries.remove(new Probe(key));
    put(new Key<>(this, key), value);
  }

  /** The same for an object of which nothing is known yet. */
  public void put(Key<K> key, V value) {
    forgetCollected();
    entries.put(key, value);
  }

  /**
   * Lets go of what was known of objects that were collected. {@link #put} does so itself; this is
   * for where nothing may be put for long, and what is known leads to classes of the application.
   */
  public void forgetCollected() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      entries.remove(gone);
    }
  }

  /** Returns what was known. */
  public @Nullable V remove(K key) {
    return entries.remove(new Probe(key));
  }

  /** The same by the key that it was put with. */
  public void remove(Key<K> key) {
    entries.remove(key);
  }

  /**
   * Stays in the map: equal to itself, and to a probe for the same object. A value that is a key
   * itself spares an object.
   *
   * @param <K> the library's objects
   */
  public static class Key<K> extends WeakReference<K> {

    private final int hash;

    public Key(ByIdentity<K, ?> map, K object) {
      super(object, map.collected);
      hash = System.identityHashCode(object);
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
      return other instanceof Key && ((Key<?>) other).get() == key;
    }
  }
}
