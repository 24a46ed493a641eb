package io.sidelight.cli;

import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.config.Switches;
import io.sidelight.redact.ConfiguredRules;
import io.sidelight.redact.RedactionRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redact}: standard input as it would be logged. The rules are those that the same options
 * would give an agent.
 */
@Command(
    name = "redact",
    customSynopsis = "redact --as CHANNEL [--jsonl] [--explain]",
    description = {
      "Writes what would be logged of standard input, read as one of header, headers, query, form,"
          + " json, multipart, message, exception, url, path.",
      "With --jsonl each line is {\"channel\":...,\"input\":...}, answered by {\"output\":...}."
    })
final class RedactCommand implements Callable<Integer> {

  private final InputStream in;
  private final RedactedOutput out;
  private final PrintStream err;
  private final Switches switches;

  @Option(names = "--as", paramLabel = "CHANNEL", description = "one of ${COMPLETION-CANDIDATES}")
  private @Nullable Channel channel;

  @Option(names = "--jsonl", description = "each line is a JSON object, which may name its channel")
  private boolean jsonl;

  @Option(names = "--explain", description = "names the rule of each mask")
  private boolean explained;

  RedactCommand(InputStream in, OutputStream out, PrintStream err, Switches switches) {
    this.switches = switches;
    this.in = in;
    this.out = new RedactedOutput(out);
    this.err = err;
  }

  @Override
  public Integer call() {
    return runs() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private boolean runs() {
    if (channel == null && !jsonl) {
      tell("redact needs --as, one of " + Channel.names());
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
