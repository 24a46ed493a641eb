package io.sidelight.cli;

import io.sidelight.output.PlainText;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The redactor of the command, and the rules of the masks that it made, where they are asked for.
 */
final class Masks {

  private final Redactor redactor;
  private final List<String> rules = new ArrayList<>();

  Masks(RedactionRules by, boolean explained) {
    redactor = explained ? Redactor.explaining(by, rules::add) : new Redactor(by);
  }

  Redactor redactor() {
    return redactor;
  }

  /** The rules of the masks since this was asked last, in their order. */
  List<String> take() {
    List<String> taken = new ArrayList<>(rules);
    rules.clear();
    return taken;
  }

  /** Writes them, each on a line that begins with {@code where}. */
  void tell(String where, PrintStream err) {
    for (String rule : take()) {
      err.println(where.concat(PlainText.of(rule)));
    }
  }
}
