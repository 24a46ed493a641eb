package io.sidelight.log;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The context of a line (MDC): what the application has put there, and the request under the keys
 * that the application has left free. It travels with the line, and the request in it. Unmodifiable
 * and, if the application's map is, thread-safe.
 *
 * <p>Where the line is sent to another process it goes as a map of the JDK's.
 */
public final class RequestContext extends AbstractMap<String, String> implements Serializable {

  private static final long serialVersionUID = 1;

  private static final String[] KEYS = {LoggedRequest.REQUEST_ID, LoggedRequest.USER_ID};

  private final transient Map<String, String> own;
  private final transient LoggedRequest request;

  private RequestContext(Map<String, String> own, LoggedRequest request) {
    this.own = own;
    this.request = request;
  }

  /**
   * @param own the application's, null for an empty one; not copied
   */
  public static RequestContext of(@Nullable Map<String, String> own, LoggedRequest request) {
    return new RequestContext(own == null ? Map.of() : own, request);
  }

  /** The request in a context, null if there is none. */
  public static @Nullable LoggedRequest requestIn(@Nullable Object context) {
    return context instanceof RequestContext ? ((RequestContext) context).request : null;
  }

  /** What the application has put there, of whatever kind the context is; null for nothing. */
  public static @Nullable Map<String, String> ownIn(@Nullable Map<String, String> context) {
    return context instanceof RequestContext ? ((RequestContext) context).own : context;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    String value = key == null ? null : own.get(key);
    return value == null ? request.value(key) : value;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key != null && (own.containsKey(key) || request.value(key) != null);
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, String>> iterator() {
        return merged().entrySet().iterator();
      }

      @Override
      public int size() {
        return merged().size();
      }
    };
  }

  private Map<String, String> merged() {
    Map<String, String> merged = new HashMap<>(own);
    for (String key : KEYS) {
      String value = request.value(key);
      if (value != null && merged.get(key) == null) {
        merged.put(key, value);
      }
    }
    return merged;
  }

  private Object writeReplace() {
    return merged();
  }
}
