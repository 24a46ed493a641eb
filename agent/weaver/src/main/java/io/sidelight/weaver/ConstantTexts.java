package io.sidelight.weaver;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Looks for texts in the constant pool of a class file (JVMS 4.4), which is what tells cheaply that
 * a class has nothing to do with an annotation: nothing is parsed and nothing allocated.
 */
final class ConstantTexts {

  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  /** Bytes after the tag, by tag; 0 where there is no such tag. */
  private static final int[] SIZES = {
    0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
  };

  private final byte[][] texts;

  ConstantTexts(List<String> texts) {
    this.texts = new byte[texts.size()][];
    for (int i = 0; i < this.texts.length; i++) {
      this.texts[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Whether one of the texts is a constant of the class file; false of what is no class file. */
  boolean isAnyIn(byte[] classFile) {
    if (texts.length == 0 || classFile.length < 10) {
      return false;
    }
    int entries = unsignedShort(classFile, 8);
    int at = 10;
    for (int i = 1; i < entries && at + 2 < classFile.length; i++) {
      int tag = classFile[at++];
      if (tag == UTF8) {
        int length = unsignedShort(classFile, at);
        at += 2;
        if (isAny(classFile, at, length)) {
          return true;
        }
        at += length;
      } else if (tag < 0 || tag >= SIZES.length || SIZES[tag] == 0) {
        return false;
      } else {
        at += SIZES[tag];
        i += tag == LONG || tag == DOUBLE ? 1 : 0; // each takes two entries
      }
    }
    return false;
  }

  private boolean isAny(byte[] bytes, int at, int length) {
    for (byte[] text : texts) {
      if (text.length == length && at + length <= bytes.length && isAt(bytes, at, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] bytes, int at, byte[] text) {
    // From the end: descriptors begin alike.
    for (int i = text.length - 1; i >= 0; i--) {
      if (bytes[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static int unsignedShort(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
