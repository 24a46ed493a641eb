package io.sidelight.cli;

import io.sidelight.config.Config;
import io.sidelight.config.DurationText;
import io.sidelight.config.LiveConfig;
import io.sidelight.config.Options;
import io.sidelight.config.Switches;
import io.sidelight.debug.DebugTokens;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code token}: a token that puts requests in DEBUG, made with the secret that an agent would have
 * with the same options. Nothing but the token goes to standard output.
 */
@Command(
    name = "token",
    customSynopsis = "token [--ttl DURATION]",
    description = "Prints a token that puts requests in DEBUG, made with sidelight.debug.secret.")
final class TokenCommand implements Callable<Integer> {

  private final DurationText ttls =
      new DurationText(
          TimeUnit.SECONDS.toNanos(1), TimeUnit.SECONDS.toNanos(DebugTokens.MAX_TTL_SECONDS));
  private final PrintStream out;
  private final PrintStream err;
  private final Switches switches;

  @Option(
      names = "--ttl",
      paramLabel = "DURATION",
      description = "a duration from 1s to 24h for which the token counts; by default 15m")
  private String lifetime = "15m";

  TokenCommand(PrintStream out, PrintStream err, Switches switches) {
    this.switches = switches;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    return runs() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private boolean runs() {
    Long ttl = ttls.parse(lifetime);
    if (ttl == null) {
      tell("--ttl must be " + ttls.values());
      return false;
    }
    String secret = secret();
    if (secret == null) {
      return false;
    }
    out.println(new DebugTokens(secret).issue(TimeUnit.NANOSECONDS.toSeconds(ttl)));
    return true;
  }

  private @Nullable String secret() {
    Config config = LiveConfig.load(null, switches).current();
    config.problems().forEach(this::tell);
    String secret = config.get(Options.DEBUG_SECRET);
    if (secret.isEmpty()) {
      tell(
          "token needs sidelight.debug.secret to be the one that the services have, such as by the"
              + " variable "
              + Options.DEBUG_SECRET.environmentName());
      return null;
    }
    return secret;
  }

  private void tell(String what) {
    err.println("sidelight: " + what);
  }
}
