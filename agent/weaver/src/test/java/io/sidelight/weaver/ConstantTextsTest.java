package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ConstantTextsTest {

  private static final String ANNOTATION = "Ljava/lang/FunctionalInterface;";

  @Test
  void text_isAConstant_found() throws IOException {
    byte[] classFile = classFile("/java/util/function/Function.class");
    assertThat(new ConstantTexts(List.of("Lno/Such;", ANNOTATION)).isAnyIn(classFile)).isTrue();
    assertThat(new ConstantTexts(List.of("Lno/Such;")).isAnyIn(classFile)).isFalse();
    assertThat(new ConstantTexts(List.of()).isAnyIn(classFile)).isFalse();
  }

  @Test
  void text_behindConstantsOfEveryTag_found() throws IOException {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "A", null, "java/lang/Object", null);
    writer.newConst(1L);
    writer.newConst(2.0);
    writer.newConst(3);
    writer.newConst(4f);
    writer.newConst("text");
    writer.newModule("a.module");
    writer.newPackage("a/package");
    writer.newMethodType("()V");
    writer.newHandle(Opcodes.H_INVOKESTATIC, "A", "a", "()V", false);
    writer.newMethod("A", "a", "()V", true);
    writer.newField("A", "a", "I");
    writer.newUTF8("Llast/One;");
    byte[] classFile = writer.toByteArray();
    assertThat(new ConstantTexts(List.of("Llast/One;")).isAnyIn(classFile)).isTrue();
    assertThat(new ConstantTexts(List.of("Llast/None;")).isAnyIn(classFile)).isFalse();
  }

  @Test
  void classFile_cutOff_nothingFound() throws IOException {
    byte[] whole = classFile("/java/util/function/Function.class");
    ConstantTexts texts = new ConstantTexts(List.of("Lno/Such;"));
    for (int length = 0; length < whole.length; length++) {
      assertThat(texts.isAnyIn(Arrays.copyOf(whole, length))).isFalse();
    }
  }

  private static byte[] classFile(String resource) throws IOException {
    try (InputStream in = Object.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }
}
