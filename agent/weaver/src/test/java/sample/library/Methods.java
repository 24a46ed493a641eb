package sample.library;

import java.util.Arrays;
import java.util.function.Supplier;

/** Methods of many shapes that can be run, for two weavers to weave. All fail on "throw". */
public class Methods {

  private static final Object LOCK = new Object();

  private final String label;

  public Methods(String label) {
    this(label, 1);
  }

  private Methods(String label, long number) {
    String changed = label + number;
    label = fail(changed.trim());
    this.label = label;
  }

  private static String fail(String value) {
    if (value.startsWith("throw")) {
      throw new IllegalStateException(value);
    }
    return value;
  }

  public String text(String value) {
    return fail(value) + label;
  }

  public void nothing(String value) {
    if (value.isEmpty()) {
      return;
    }
    fail(value);
  }

  public long number(String value) {
    return fail(value).length() * 3_000_000_000L;
  }

  public boolean flag(String value) {
    return fail(value).length() > 3 && !value.contains("x");
  }

  public byte[] bytes(String value) {
    return fail(value).getBytes();
  }

  public double branches(String value) {
    double sum = 0;
    outer:
    for (int i = 0; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case 'a':
          continue outer;
        case 'x':
          break outer;
        case 't':
          fail(value);
          return sum;
        default:
          long widened = i;
          sum += widened;
      }
    }
    for (String part : value.split("")) {
      float other = part.hashCode();
      sum += other;
    }
    return sum;
  }

  @SuppressWarnings("finally")
  public String guarded(String value) {
    try {
      try {
        return fail(value);
      } catch (IllegalStateException e) {
        value = "caught " + e.getMessage();
        return fail(value);
      } finally {
        if (value.equals("x")) {
          return "finally";
        }
        fail(value.replace("caught ", ""));
      }
    } catch (IllegalStateException e) {
      if (e.getMessage().equals("throw")) {
        throw new IllegalArgumentException(e);
      }
      return "outer";
    }
  }

  public String locked(String value) {
    synchronized (LOCK) {
      synchronized (this) {
        return fail(value);
      }
    }
  }

  public synchronized String monitor(String value) {
    value = value + Thread.holdsLock(this);
    return fail(value);
  }

  public String recursive(String value) {
    return value.length() < 2 ? fail(value) : recursive(value.substring(1)) + value.charAt(0);
  }

  public String lambda(String value) {
    Supplier<String> later = () -> fail(value) + label;
    return later.get();
  }

  public static String varargs(String... values) {
    values = values.clone();
    Arrays.sort(values);
    return fail(String.join(",", values));
  }

  public static String reassigned(long number, String text, double fraction) {
    for (int i = 0; i < 3; i++) {
      number += i;
      fraction = fraction * 2 + number;
      text = text + i;
    }
    return fail(text) + number + fraction;
  }

  public static int wide(
      byte a, long b, short c, double d, char e, float f, boolean g, int h, String i) {
    fail(i);
    int local = a;
    b += local;
    return (int) (b + c + d + e + f + (g ? h : -h));
  }

  @Override
  public String toString() {
    return "Methods";
  }
}
