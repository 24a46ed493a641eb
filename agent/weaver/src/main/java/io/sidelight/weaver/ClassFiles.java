package io.sidelight.weaver;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Class files of any version. */
final class ClassFiles {

  /** The newest that ASM reads. What a JDK adds is tables and constants of the same format. */
  private static final int NEWEST = Opcodes.V27;

  private ClassFiles() {}

  /** Reads a class file that may be newer than ASM as if it were of the newest version it knows. */
  static ClassReader read(byte[] classFile) {
    if (major(version(classFile)) <= NEWEST) {
      return new ClassReader(classFile);
    }
    byte[] lowered = classFile.clone();
    lowered[6] = 0;
    lowered[7] = NEWEST;
    return new ClassReader(lowered);
  }

  /** Major version in the lower 16 bits, minor version in the upper ones. */
  static int version(byte[] classFile) {
    return unsignedShort(classFile, 4) << 16 | unsignedShort(classFile, 6);
  }

  static int major(int version) {
    return version & 0xFFFF;
  }

  private static int unsignedShort(byte[] bytes, int offset) {
    return (bytes[offset] & 0xFF) << 8 | (bytes[offset + 1] & 0xFF);
  }
}
