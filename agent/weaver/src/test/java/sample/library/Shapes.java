package sample.library;

import java.util.ArrayList;
import java.util.List;

/** A library with methods whose arguments and results advice replaces, and odder ones. */
public class Shapes extends ShapesBase implements Comparable<Shapes> {

  private static String shared = "shared";

  public final List<String> seen = new ArrayList<>();

  public Shapes(String name) {
    this(name, 1L);
  }

  private Shapes(String name, long id) {
    super(name + (id == 1L ? "" : id));
    name = "reassigned";
    seen.add(name);
  }

  /** Makes a few. */
  public static Shapes of(String name) {
    return new Shapes(name);
  }

  public String join(String first, int times, CharSequence second) {
    return first + times + second;
  }

  public String answer(String value) {
    if (value.equals("throw")) {
      throw new IllegalStateException("thrown");
    }
    return value;
  }

  public boolean isShort(String value) {
    return value.length() < 10;
  }

  public long width(String value) {
    return value.length();
  }

  public static String reassigned(long number, String text, double fraction) {
    for (int i = 0; i < 3; i++) {
      number += i;
      fraction = fraction * 2 + number;
      text = text + i;
    }
    if (text.startsWith("throw")) {
      throw new IllegalStateException(text);
    }
    return text + number + fraction;
  }

  public void overloaded() {
    seen.add("none");
  }

  public void overloaded(String one) {
    seen.add(one);
  }

  public long overloaded(long one, String two) {
    return one;
  }

  public native void overloaded(int[] never);

  @Override
  public int compareTo(Shapes other) {
    return label.compareTo(other.label);
  }

  public String field() {
    return shared;
  }

  public String hiddenField() {
    return label;
  }

  public int guarded(String in) {
    try {
      return in.length();
    } catch (Throwable e) {
      return -1;
    }
  }

  public Object loose(Object in) {
    return in;
  }
}
