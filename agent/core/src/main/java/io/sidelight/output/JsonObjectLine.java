package io.sidelight.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * One JSON object on a line of its own, for the command line. Texts are escaped as those of the
 * agent's lines are, so nothing in them breaks a line or a terminal. Used again for the next line;
 * not thread-safe.
 */
public final class JsonObjectLine {

  private static final byte[] OPEN = LineBuffer.ascii("{\"");
  private static final byte[] NEXT = LineBuffer.ascii(",\"");
  private static final byte[] COLON = LineBuffer.ascii("\":");

  private final LineBuffer line = new LineBuffer();

  /** Adds a member with a text; it is for the caller to redact it before. */
  public JsonObjectLine text(String name, String value) {
    name(name);
    quoted(value);
    return this;
  }

  /** Adds a member with a list of texts. */
  public JsonObjectLine texts(String name, List<String> values) {
    name(name);
    line.append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      quoted(values.get(i));
    }
    line.append(']');
    return this;
  }

  /** Writes the object without a line end, and begins the next. */
  public void writeTo(OutputStream out) throws IOException {
    line.append('}');
    out.write(line.toByteArray());
    line.clear();
  }

  private void name(String name) {
    line.append(line.length() == 0 ? OPEN : NEXT);
    line.escaped(name, true);
    line.append(COLON);
  }

  private void quoted(String value) {
    line.append('"');
    line.escaped(value, true);
    line.append('"');
  }
}
