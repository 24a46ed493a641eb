package io.sidelight.cli;

import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.config.Switches;
import io.sidelight.output.PlainText;
import io.sidelight.redact.ConfiguredRules;
import io.sidelight.redact.RedactionRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code redact}: standard input as it would be logged. The rules are those that the same options
 * would give an agent.
 */
final class RedactCommand implements Command {

  private static final String USAGE =
      "    redact --as CHANNEL [--jsonl] [--explain]\n"
          + "                          what would be logged of standard input, read as one of\n"
          + "                          header, headers, query, form, json, multipart, message,\n"
          + "                          exception, url, path; with --jsonl each line is\n"
          + "                          {\"channel\":...,\"input\":...}, answered by"
          + " {\"output\":...};\n"
          + "                          --explain names the rule of each mask\n";

  private final InputStream in;
  private final RedactedOutput out;
  private final PrintStream err;
  private final Switches switches;

  private @Nullable Channel channel;
  private boolean jsonl;
  private boolean explained;

  RedactCommand(InputStream in, OutputStream out, PrintStream err, Switches switches) {
    this.switches = switches;
    this.in = in;
    this.out = new RedactedOutput(out);
    this.err = err;
  }

  @Override
  public String name() {
    return "redact";
  }

  @Override
  public String usage() {
    return USAGE;
  }

  @Override
  public int run(List<String> arguments) {
    return runs(arguments) ? DONE : FAILED;
  }

  private boolean runs(List<String> arguments) {
    String wrong = understand(arguments);
    if (wrong != null) {
      tell(wrong);
      return false;
    }
    Config config = LiveConfig.load(null, switches).current();
    for (String problem : config.problems()) {
      tell(problem);
    }
    try {
      return redact(ConfiguredRules.of(config));
    } catch (RedactedOutput.ClosedException e) {
      return true; // whoever read it has seen enough
    } catch (RefusedException e) {
      flush();
      tell(e.getMessage() + "; nothing more is written");
      return false;
    } catch (IOException e) {
      tell("input or output failed: " + e.getMessage());
      return false;
    }
  }

  private boolean redact(RedactionRules rules) throws IOException, RefusedException {
    if (jsonl) {
      return new RedactedJsonLines(channel, rules, explained, in, out).run();
    }
    if (channel != null) {
      new RedactedText(channel, rules, explained, in, out, err).run();
    }
    return true;
  }

  /** Reads the arguments; says what is wrong with them, null if nothing is. */
  private @Nullable String understand(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--jsonl")) {
        jsonl = true;
      } else if (argument.equals("--explain")) {
        explained = true;
      } else if (argument.equals("--as")) {
        channel = i + 1 < arguments.size() ? Channel.named(arguments.get(++i)) : null;
        if (channel == null) {
          return "--as has to be one of " + Channel.names();
        }
      } else {
        return "redact does not take '"
            + PlainText.of(argument)
            + "', but --as CHANNEL, --jsonl and --explain; it reads standard input";
      }
    }
    return channel == null && !jsonl ? "redact needs --as, one of " + Channel.names() : null;
  }

  /** Writes what was redacted before the refusal. */
  private void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      tell("output failed: " + e.getMessage());
    }
  }

  private void tell(@Nullable String what) {
    err.println("sidelight: " + what);
  }
}
