package io.sidelight.weaver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of Byte Buddy's vocabulary is understood and what is refused, by name. */
final class AdviceReaderTest {

  @Test
  void supportedAnnotations_areRead() throws IOException {
    AdviceClass advice = read("Supported");
    assertThat(requireNonNull(advice.enter()).assignments()).hasSize(2);
    assertThat(advice.enter().isOnThrowable()).isFalse();
    assertThat(requireNonNull(advice.exit()).isOnThrowable()).isTrue();
    assertThat(advice.exit().assignments()).singleElement().matches(it -> it.isScalar());
    assertThat(advice.exit().bindings())
        .extracting(it -> it.source().name())
        .containsExactly("ENTER", "RETURN", "THROWN", "THIS", "ARGUMENT", "FIELD", "LABEL");
  }

  @ParameterizedTest
  @CsvSource({
    "SkipOn, @OnMethodEnter with skipOn",
    "Suppress, @OnMethodEnter with suppress",
    "Inline, @OnMethodEnter with inline = false",
    "OtherThrowable, @OnMethodExit with onThrowable",
    "NoBackup, @OnMethodExit with backupArguments = false",
    "Repeat, @OnMethodExit with repeatOn",
    "Writable, @Argument with readOnly = false",
    "OptionalThis, @This with optional = true",
    "Typing, @Return with typing = DYNAMIC",
    "TypedArgument, @ToArgument with typing = STATIC",
    "DeclaringType, @FieldValue with declaringType",
    "Default, @AsScalar with skipOnDefaultValue = false",
    "Index, @ToReturned with index = 0",
    "Origin, @Origin",
    "Local, @Local",
    "AllArguments, @AllArguments",
    "ToThis, @ToThis",
    "ToFields, @ToFields",
    "NoMeaning, parameter of no meaning",
    "Unassigned, result that is not assigned",
    "Primitive, can only assign references",
    "Array, @AsScalar",
    "ElementOfNone, no array of results",
    "Strings, as an Object[]",
    "TooLate, can't assign arguments any more",
    "TooEarly, can't assign the method's result",
    "ThrownUnseen, asks for what is thrown",
    "Annotated, but is none",
    "Two, second of its kind",
    "NotStatic, is not static",
    "Nothing, has no advice",
  })
  void whatIsNotSupported_isRefusedByName(String advice, String problem) {
    assertThatThrownBy(() -> read(advice))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(advice)
        .hasMessageContaining(problem);
  }

  private static AdviceClass read(String simpleName) throws IOException {
    String name = AdviceReaderTest.class.getName() + "$" + simpleName;
    return AdviceReader.read(
        name, PluginClassLoader.classFile(AdviceReaderTest.class.getClassLoader(), name));
  }

  static class Supported {
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments({
      @ToArgument(value = 0, index = 1),
      @ToArgument(value = 2, index = 0, typing = Assigner.Typing.DYNAMIC)
    })
    static Object @Nullable [] enter() {
      return null;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    @Advice.AssignReturned.ToReturned
    @Advice.AssignReturned.AsScalar
    static byte @Nullable [] exit(
        @Advice.Enter Object[] entered,
        @Advice.Return byte[] returned,
        @Advice.Thrown Throwable thrown,
        @Advice.This Object self,
        @Advice.Argument(1) long argument,
        @Advice.FieldValue("name") Object field,
        @JoinPointLabel String label) {
      return null;
    }
  }

  static class SkipOn {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static @Nullable Object enter() {
      return null;
    }
  }

  static class Suppress {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter() {}
  }

  static class Inline {
    @Advice.OnMethodEnter(inline = false)
    static void enter() {}
  }

  static class OtherThrowable {
    @Advice.OnMethodExit(onThrowable = RuntimeException.class)
    static void exit() {}
  }

  static class NoBackup {
    @Advice.OnMethodExit(backupArguments = false)
    static void exit() {}
  }

  static class Repeat {
    @Advice.OnMethodExit(repeatOn = Advice.OnNonDefaultValue.class)
    static boolean exit() {
      return false;
    }
  }

  static class Writable {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 0, readOnly = false) Object argument) {}
  }

  static class OptionalThis {
    @Advice.OnMethodEnter
    static void enter(@Advice.This(optional = true) Object self) {}
  }

  static class Typing {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned) {}
  }

  static class TypedArgument {
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(value = 0, typing = Assigner.Typing.STATIC))
    static @Nullable Object enter() {
      return null;
    }
  }

  static class DeclaringType {
    @Advice.OnMethodEnter
    static void enter(
        @Advice.FieldValue(value = "name", declaringType = Object.class) Object field) {}
  }

  static class Default {
    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    @Advice.AssignReturned.AsScalar(skipOnDefaultValue = false)
    static byte @Nullable [] exit() {
      return null;
    }
  }

  static class Index {
    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned(index = 0)
    static Object @Nullable [] exit() {
      return null;
    }
  }

  static class Origin {
    @Advice.OnMethodEnter
    static void enter(@Advice.Origin String origin) {}
  }

  static class Local {
    @Advice.OnMethodEnter
    static void enter(@Advice.Local("local") Object local) {}
  }

  static class AllArguments {
    @Advice.OnMethodEnter
    static void enter(@Advice.AllArguments Object[] arguments) {}
  }

  static class ToThis {
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToThis
    static @Nullable Object enter() {
      return null;
    }
  }

  static class ToFields {
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToFields(@Advice.AssignReturned.ToFields.ToField("name"))
    static @Nullable Object enter() {
      return null;
    }
  }

  static class NoMeaning {
    @Advice.OnMethodEnter
    static void enter(Object argument) {}
  }

  static class Unassigned {
    @Advice.OnMethodExit
    static @Nullable Object exit() {
      return null;
    }
  }

  static class Primitive {
    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static int exit() {
      return 0;
    }
  }

  static class Array {
    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static byte @Nullable [] exit() {
      return null;
    }
  }

  static class ElementOfNone {
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(value = 0, index = 1))
    static @Nullable Object enter() {
      return null;
    }
  }

  static class Strings {
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(value = 0, index = 1))
    static String @Nullable [] enter() {
      return null;
    }
  }

  static class TooLate {
    @Advice.OnMethodExit
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Object exit() {
      return null;
    }
  }

  static class TooEarly {
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToReturned
    static @Nullable Object enter() {
      return null;
    }
  }

  static class ThrownUnseen {
    @Advice.OnMethodExit
    static void exit(@Advice.Thrown Throwable thrown) {}
  }

  static class Annotated {
    @Advice.OnMethodEnter
    static void enter() {}

    static void helper(@Advice.This Object self) {}
  }

  static class Two {
    @Advice.OnMethodEnter
    static void enter() {}

    @Advice.OnMethodEnter
    static void again() {}
  }

  static class NotStatic {
    @Advice.OnMethodEnter
    void enter() {}
  }

  static class Nothing {}
}
