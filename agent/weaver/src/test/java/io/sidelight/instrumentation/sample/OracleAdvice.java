package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Advice that two weavers understand, for {@link sample.library.Methods}. */
public final class OracleAdvice {

  private OracleAdvice() {}

  /** Takes all there is as objects, also after a throwable. */
  public static final class Everything {

    private Everything() {}

    @Advice.OnMethodEnter
    static Object enter(
        @Advice.This Object self,
        @Advice.Argument(0) Object first,
        @Advice.FieldValue("label") Object label) {
      Recorder.record("enter", self.toString(), first, label);
      return "entered with " + first;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.This Object self,
        @Advice.Enter Object entered,
        @Advice.Argument(0) Object first,
        @Advice.FieldValue("label") String label,
        @Advice.Return Object returned,
        @Advice.Thrown Throwable thrown) {
      // After a throwable Byte Buddy passes a zero in a box where we pass null.
      Object known = thrown == null ? returned : "nothing";
      Recorder.record("exit", self.toString(), entered, first, label, known, thrown + "");
    }
  }

  /** Does not run after a throwable. */
  public static final class Returning {

    private Returning() {}

    @Advice.OnMethodEnter
    static long enter(@Advice.Argument(0) String first) {
      Recorder.record("enter", first);
      return first.length();
    }

    @Advice.OnMethodExit
    static void exit(@Advice.Enter long entered, @Advice.Argument(0) String first) {
      Recorder.record("exit", entered, first);
    }
  }

  /** Of a method that is void. */
  public static final class OfVoid {

    private OfVoid() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Argument(0) String first, @Advice.Thrown Throwable thrown) {
      Recorder.record("exit", first, thrown + "");
    }
  }

  /** Of a static method, with types that take two slots. */
  public static final class Typed {

    private Typed() {}

    @Advice.OnMethodEnter
    static double enter(@Advice.Argument(2) double fraction, @Advice.Argument(0) long number) {
      Recorder.record("enter", number, fraction);
      return number + fraction;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter double entered,
        @Advice.Argument(0) long number,
        @Advice.Argument(1) String text,
        @Advice.Argument(2) Object fraction,
        @Advice.Return String returned,
        @Advice.Thrown Throwable thrown) {
      Recorder.record("exit", entered, number, text, fraction, returned, thrown + "");
    }
  }

  /** Of a static method, with each primitive type. */
  public static final class Wide {

    private Wide() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Argument(0) byte a,
        @Advice.Argument(1) long b,
        @Advice.Argument(2) short c,
        @Advice.Argument(3) double d,
        @Advice.Argument(4) char e,
        @Advice.Argument(5) float f,
        @Advice.Argument(6) boolean g,
        @Advice.Argument(7) int h,
        @Advice.Argument(8) Object i,
        @Advice.Return int returned) {
      Recorder.record("exit", a, b, c, d, e, f, g, h, i, returned);
    }
  }

  /** Replaces the argument. */
  public static final class Argument {

    private Argument() {}

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable String enter(@Advice.Argument(0) String first) {
      return first.isEmpty() ? null : first + " replaced";
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter String entered, @Advice.Argument(0) String first) {
      Recorder.record("exit", entered, first);
    }
  }

  /** Replaces an argument that is an array. */
  public static final class ArrayArgument {

    private ArrayArgument() {}

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    @Advice.AssignReturned.AsScalar
    static String @Nullable [] enter(@Advice.Argument(0) String[] values) {
      return values.length == 0 ? null : new String[] {"b", values[0], "a"};
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Argument(0) String[] values, @Advice.Return String returned) {
      Recorder.record("exit", String.join(",", values), returned);
    }
  }

  /** Replaces an argument by one of several results. */
  public static final class Element {

    private Element() {}

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(
        @ToArgument(value = 1, index = 1, typing = Assigner.Typing.DYNAMIC))
    static Object @Nullable [] enter(@Advice.Argument(1) String text) {
      return text.isEmpty() ? null : new Object[] {text.length(), text + " replaced"};
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter Object[] entered, @Advice.Argument(1) String text) {
      Recorder.record("exit", entered == null ? null : entered[0], text);
    }
  }

  /** Replaces a text that is returned. */
  public static final class Result {

    private Result() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    @Advice.AssignReturned.ToReturned
    static @Nullable String exit(@Advice.Return String returned, @Advice.Thrown Throwable thrown) {
      Recorder.record("exit", returned, thrown + "");
      return returned == null || returned.isEmpty() ? null : returned + " replaced";
    }
  }

  /** Replaces a number. */
  public static final class Numeric {

    private Numeric() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Long exit(@Advice.Return long returned) {
      Recorder.record("exit", returned);
      return returned == 0 ? null : -returned;
    }
  }

  /** Replaces an answer. */
  public static final class Answer {

    private Answer() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.Argument(0) String first, @Advice.Return boolean returned) {
      Recorder.record("exit", returned);
      return first.isEmpty() ? null : !returned;
    }
  }

  /** Replaces bytes. */
  public static final class Bytes {

    private Bytes() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    @Advice.AssignReturned.AsScalar
    static byte @Nullable [] exit(@Advice.Return byte[] returned) {
      Recorder.record("exit", returned.length);
      return returned.length == 0 ? null : new byte[] {1, returned[0]};
    }
  }

  /** At the end of a constructor. */
  public static final class Constructed {

    private Constructed() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object self, @Advice.FieldValue("label") String label) {
      Recorder.record("constructed", self.toString(), label);
    }
  }
}
