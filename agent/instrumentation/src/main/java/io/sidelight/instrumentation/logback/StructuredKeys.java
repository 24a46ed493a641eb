package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sidelight.exchange.ByIdentity;
import io.sidelight.exchange.GuardedCall;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keys that a line has in its arguments and markers, by the classes of logstash-logback-encoder
 * 4.11 to 8.1. Nothing of the application's is called, so the keys of a deferred argument or marker
 * are not known.
 */
final class StructuredKeys {

  private static final String MARKERS = "net.logstash.logback.marker.";
  private static final String ONE_FIELD = MARKERS + "SingleFieldAppendingMarker";
  private static final String MAP = MARKERS + "MapEntriesAppendingMarker";
  private static final String OBJECT = MARKERS + "ObjectFieldsAppendingMarker";

  /** Markers refer to one another, seldom by more than one step. */
  private static final int DEPTH = 8;

  /** Names of what Jackson may write of an object, by its class. */
  private static final ByIdentity<Class<?>, Set<String>> PROPERTIES = new ByIdentity<>();

  private StructuredKeys() {}

  static boolean has(ILoggingEvent event, String key) {
    Object[] arguments = event.getArgumentArray();
    if (arguments != null) {
      for (Object argument : arguments) {
        if (writes(argument, key)) {
          return true;
        }
      }
    }
    return Slf4j2.IS_PRESENT ? Slf4j2.hasMarker(event, key) : inMarker(event, key);
  }

  @SuppressWarnings("deprecation") // Logback 1.2 has no other
  private static boolean inMarker(ILoggingEvent event, String key) {
    return inMarker(event.getMarker(), key);
  }

  static boolean inMarker(@Nullable Marker marker, String key) {
    return marker != null && GuardedCall.value(() -> inMarker(marker, key, DEPTH), true);
  }

  private static boolean inMarker(@Nullable Marker marker, String key, int depth) {
    if (marker == null) {
      return false;
    }
    if (writes(marker, key)) {
      return true;
    }
    if (depth > 0 && marker.hasReferences()) {
      for (Iterator<Marker> others = marker.iterator(); others.hasNext(); ) {
        if (inMarker(others.next(), key, depth - 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean writes(@Nullable Object part, String key) {
    for (Class<?> type = part == null ? null : part.getClass();
        type != null;
        type = type.getSuperclass()) {
      if (type.getName().startsWith(MARKERS)) {
        switch (type.getName()) {
          case ONE_FIELD:
            return key.equals(value(type, part, "fieldName"));
          case MAP:
            return hasEntry(value(type, part, "map"), key);
          case OBJECT:
            return hasProperty(value(type, part, "object"), key);
          default:
        }
      }
    }
    return false;
  }

  private static @Nullable Object value(Class<?> type, @Nullable Object of, String field) {
    try {
      Field found = type.getDeclaredField(field);
      found.setAccessible(true);
      return found.get(of);
    } catch (ReflectiveOperationException | RuntimeException unknown) {
      return null; // another release, or one that is closed
    }
  }

  private static boolean hasEntry(@Nullable Object map, String key) {
    return map instanceof Map && GuardedCall.value(() -> ((Map<?, ?>) map).containsKey(key), true);
  }

  private static boolean hasProperty(@Nullable Object object, String key) {
    if (object == null || object instanceof Map) {
      return hasEntry(object, key);
    }
    Set<String> names = PROPERTIES.get(object.getClass());
    if (names == null) {
      names = properties(object.getClass());
      PROPERTIES.put(object.getClass(), names);
    }
    return names.contains(plain(key));
  }

  /** Whatever its naming strategy is; rather a name too many. */
  private static Set<String> properties(Class<?> type) {
    Set<String> names = new HashSet<>();
    for (Class<?> of = type; of != null && of != Object.class; of = of.getSuperclass()) {
      for (Field field : of.getDeclaredFields()) {
        addNames(field, field.getName(), names);
      }
      for (Method method : of.getDeclaredMethods()) {
        if (method.getParameterCount() == 0) {
          String name = method.getName();
          addNames(method, name.startsWith("get") ? name.substring(3) : name, names);
        }
      }
    }
    return names;
  }

  private static <T extends Member & AnnotatedElement> void addNames(
      T member, String name, Set<String> names) {
    names.add(plain(name));
    for (Annotation annotation : member.getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals("JsonProperty")) {
        try {
          Object value = annotation.annotationType().getMethod("value").invoke(annotation);
          names.add(plain(String.valueOf(value)));
        } catch (ReflectiveOperationException anotherOne) {
          // Not Jackson's.
        }
      }
    }
  }

  private static String plain(String name) {
    return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }
}
