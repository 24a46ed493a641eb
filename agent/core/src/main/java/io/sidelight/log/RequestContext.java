package io.sidelight.log;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The context of a line (MDC): the application's own map, and the request under the keys that are
 * free there. It travels with the line, and the request in it.
 *
 * <p>The application's map is read when somebody first asks for the context, as the library itself
 * does it; appenders add values until then. Changes go through to that map, and fail if it refuses
 * them. A key that the line has elsewhere, as a key-value say, is answered by name but not listed:
 * encoders that write the key-values and all of the context would write it twice.
 *
 * <p>Thread-safe if the application's map is. Where the line is sent to another process it goes as
 * a map of the JDK's.
 */
public final class RequestContext extends AbstractMap<String, String> implements Serializable {

  private static final long serialVersionUID = 1;

  private static final String[] KEYS = {LoggedRequest.REQUEST_ID, LoggedRequest.USER_ID};

  private final transient LoggedRequest request;

  /** Null once the fields below it are set. */
  private transient volatile @Nullable Source source;

  private transient Map<String, String> own = Collections.emptyMap();

  /** For each of {@link #KEYS}: not listed, and not even answered. */
  private final transient boolean[] unlisted = new boolean[KEYS.length];

  private final transient boolean[] removed = new boolean[KEYS.length];

  /** The ID by which the request is found in a copy of this context; null until it is needed. */
  private transient volatile @Nullable String markedId;

  private RequestContext(LoggedRequest request) {
    this.request = request;
  }

  /**
   * Returns the application's context with the request's entries.
   *
   * @param own the application's, null for an empty one; not copied
   */
  public static RequestContext of(@Nullable Map<String, String> own, LoggedRequest request) {
    RequestContext context = new RequestContext(request);
    context.own = own == null ? Collections.emptyMap() : own;
    return context;
  }

  /**
   * Returns a context that is put together when it is first read.
   *
   * @param source asked once, when the context is first read
   */
  public static RequestContext later(Source source, LoggedRequest request) {
    RequestContext context = new RequestContext(request);
    context.source = source;
    return context;
  }

  /** The request in a context or in a copy of one, null if there is none. */
  public static @Nullable LoggedRequest requestIn(@Nullable Map<String, String> context) {
    if (context instanceof RequestContext) {
      return ((RequestContext) context).request;
    }
    return context == null ? null : RequestIds.requestOf(context.get(LoggedRequest.REQUEST_ID));
  }

  public LoggedRequest request() {
    return request;
  }

  /** Whether anybody has read it. */
  public boolean isRead() {
    return source == null;
  }

  /** The application's own map. */
  public Map<String, String> own() {
    Source from = source;
    if (from != null) {
      read();
    }
    return own;
  }

  private synchronized void read() {
    Source from = source;
    if (from == null) {
      return;
    }
    Map<String, String> map = from.own();
    own = map == null ? Collections.emptyMap() : map;
    for (int i = 0; i < KEYS.length; i++) {
      unlisted[i] = request.value(KEYS[i]) != null && from.hasKey(KEYS[i]);
    }
    source = null;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    String value = key == null ? null : own().get(key);
    return value == null ? added(key) : value;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key != null && (own().containsKey(key) || added(key) != null);
  }

  @Override
  public @Nullable String put(String key, String value) {
    return own().put(key, value);
  }

  @Override
  public @Nullable String remove(@Nullable Object key) {
    String before = get(key);
    own().remove(key);
    for (int i = 0; i < KEYS.length; i++) {
      if (KEYS[i].equals(key)) {
        removed[i] = true;
      }
    }
    return before;
  }

  @Override
  public void clear() {
    own().clear();
    for (String key : KEYS) {
      remove(key);
    }
  }

  @Override
  public int size() {
    return own().size() + listed().size();
  }

  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, String>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return RequestContext.this.size();
      }
    };
  }

  /** The request's value of a key; null if the key is none of its, or was taken out. */
  private @Nullable String added(@Nullable Object key) {
    for (int i = 0; i < KEYS.length; i++) {
      if (KEYS[i].equals(key)) {
        return removed[i] ? null : i == 0 ? id() : request.value(key);
      }
    }
    return null;
  }

  private String id() {
    if (!ApplicationLog.get().isJson()) {
      return request.requestId();
    }
    String id = markedId;
    if (id == null) {
      id = RequestIds.mark(request.requestId(), request);
      markedId = id;
    }
    return id;
  }

  /** Those of {@link #KEYS} that come after the application's own entries. */
  private List<String> listed() {
    Map<String, String> map = own();
    List<String> keys = new ArrayList<>(KEYS.length);
    for (int i = 0; i < KEYS.length; i++) {
      if (!unlisted[i]
          && !removed[i]
          && request.value(KEYS[i]) != null
          && !map.containsKey(KEYS[i])) {
        keys.add(KEYS[i]);
      }
    }
    return keys;
  }

  private Object writeReplace() {
    return new HashMap<>(this);
  }

  private final class Entries implements Iterator<Entry<String, String>> {

    private final Iterator<String> added = listed().iterator();
    private final Iterator<Entry<String, String>> owned = own().entrySet().iterator();
    private @Nullable String last;

    @Override
    public boolean hasNext() {
      return owned.hasNext() || added.hasNext();
    }

    @Override
    public Entry<String, String> next() {
      if (owned.hasNext()) {
        return owned.next();
      }
      last = added.next();
      return new Added(last);
    }

    @Override
    public void remove() {
      if (last == null) {
        owned.remove();
      } else {
        RequestContext.this.remove(last);
      }
    }
  }

  /** An entry of the request's; a new value becomes the application's. */
  private final class Added extends SimpleEntry<String, String> {

    private static final long serialVersionUID = 1;

    Added(String key) {
      super(key, Objects.requireNonNull(added(key)));
    }

    @Override
    public String setValue(String value) {
      put(getKey(), value);
      return super.setValue(value);
    }
  }

  /** The application's side of a line. */
  public interface Source {

    /** The application's map for the line as its library finds it; null for an empty one. */
    @Nullable Map<String, String> own();

    /** Whether the line has a key elsewhere than in its context. */
    boolean hasKey(String key);
  }
}
