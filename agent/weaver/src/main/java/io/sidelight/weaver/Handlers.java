package io.sidelight.weaver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** The exception table of a method, with gaps. Written once all labels have their offsets. */
final class Handlers {

  private final List<Handler> handlers = new ArrayList<>(0);
  private final List<Gap> gaps = new ArrayList<>(2);

  /** In order: of two that cover an instruction, the first is taken. */
  void add(Label start, Label end, Label target, @Nullable String type) {
    handlers.add(new Handler(start, end, target, type));
  }

  /** In the order of the code. No handler covers the instructions between the two. */
  void leaveOut(Label start, Label end) {
    gaps.add(new Gap(start, end));
  }

  void writeTo(MethodVisitor out) {
    for (Handler handler : handlers) {
      Label start = handler.start;
      for (Gap gap : gaps) {
        if (start.getOffset() <= gap.start.getOffset()
            && gap.end.getOffset() <= handler.end.getOffset()) {
          handler.write(out, start, gap.start);
          start = gap.end;
        }
      }
      handler.write(out, start, handler.end);
    }
  }

  private static final class Handler {

    private final Label start;
    private final Label end;
    private final Label target;
    private final @Nullable String type;

    Handler(Label start, Label end, Label target, @Nullable String type) {
      this.start = start;
      this.end = end;
      this.target = target;
      this.type = type;
    }

    void write(MethodVisitor out, Label from, Label to) {
      if (from.getOffset() < to.getOffset()) {
        out.visitTryCatchBlock(from, to, target, type);
      }
    }
  }

  private static final class Gap {

    private final Label start;
    private final Label end;

    Gap(Label start, Label end) {
      this.start = start;
      this.end = end;
    }
  }
}
