package sample.library;

/** One small class for each way in which advice can go wrong; all of them add a mark. */
public final class Scenarios {

  private Scenarios() {}

  public static final class FailsOnce {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class Twin {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class FailingTwin {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class FailsAlways {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class FailsAtExit {
    public static String call(String in) {
      if (in.isEmpty()) {
        throw new IllegalStateException("empty");
      }
      return in + "!";
    }
  }

  public static final class FailsWithPrimitive {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class Evolved {
    public static String call(String in) {
      return in + "!";
    }

    /** What an older version of the library does not have. */
    public static void added() {}
  }

  public static final class Masks {
    public static String call(String in) {
      return in + "!";
    }

    public static String other(String in) {
      return in + "!";
    }
  }

  public static final class MasksBadly {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class MasksNot {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class MasksNothing {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class MasksWithoutALink {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class Unlinkable {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class UnlinkablePrimitive {
    public static String call(String in) {
      return in + "!";
    }
  }

  /** A type of the library that an older version does not have. */
  public static class Added {}

  public static final class Throws {
    public static String call(Throwable thrown) throws Throwable {
      throw thrown;
    }

    public static int overflow(int depth) {
      return overflow(depth + 1) + 1;
    }
  }

  public static final class FatalAdvice {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class Missing {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class Optional {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class Unweavable {
    public static String call(String in) {
      return in + "!";
    }
  }

  public static final class Early {
    public static String call(String in) {
      return in + "!";
    }
  }

  /** A class that two generations of the library have. */
  public static final class Shared {

    private Shared() {}

    public static String call(String argument) {
      return argument + "!";
    }
  }

  /** Only the newer generation has it. */
  public static final class Newer {

    private Newer() {}
  }
}
