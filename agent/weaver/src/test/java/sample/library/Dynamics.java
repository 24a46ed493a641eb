package sample.library;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Classes that are chosen by what they are called, or by an annotation. All add a mark. */
public final class Dynamics {

  private Dynamics() {}

  @Retention(RetentionPolicy.CLASS)
  @interface Marked {}

  public static final class ByName {
    public static String call(String in) {
      return in + "!";
    }

    public static String other(String in) {
      return in + "!";
    }
  }

  public static final class ByNameEarly {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class Annotated {
    @Marked
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class AnnotatedEarly {
    @Marked
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class Plain {
    public static String call(String in) {
      return in + "!";
    }
  }
}
