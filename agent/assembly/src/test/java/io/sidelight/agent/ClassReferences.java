package io.sidelight.agent;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/** The classes that code of a class file may load: those that its constant pool refers to. */
final class ClassReferences {

  private static final int CLASS = 7;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_TYPE = 16;

  private ClassReferences() {}

  /** Internal names, in alphabetical order. Annotations don't count: they may be missing. */
  static Set<String> of(ClassReader reader) {
    Set<String> names = new TreeSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      switch (offset == 0 ? 0 : reader.readByte(offset - 1)) {
        case CLASS -> add(Type.getObjectType(reader.readUTF8(offset, buffer)), names);
        case NAME_AND_TYPE -> add(Type.getType(reader.readUTF8(offset + 2, buffer)), names);
        case METHOD_TYPE -> add(Type.getType(reader.readUTF8(offset, buffer)), names);
        default -> {
          // refers to classes by way of the above, or to none
        }
      }
    }
    return names;
  }

  private static void add(Type type, Set<String> names) {
    switch (type.getSort()) {
      case Type.OBJECT -> names.add(type.getInternalName());
      case Type.ARRAY -> add(type.getElementType(), names);
      case Type.METHOD -> {
        add(type.getReturnType(), names);
        for (Type argument : type.getArgumentTypes()) {
          add(argument, names);
        }
      }
      default -> {
        // a primitive type
      }
    }
  }
}
