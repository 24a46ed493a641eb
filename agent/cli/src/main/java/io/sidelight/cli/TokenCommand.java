package io.sidelight.cli;

import io.sidelight.config.Config;
import io.sidelight.config.DurationText;
import io.sidelight.config.LiveConfig;
import io.sidelight.config.Options;
import io.sidelight.config.Switches;
import io.sidelight.debug.DebugTokens;
import io.sidelight.output.PlainText;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code token}: a token that puts requests in DEBUG, made with the secret that an agent would have
 * with the same options. Nothing but the token goes to standard output.
 */
final class TokenCommand implements Command {

  private static final String USAGE =
      "    token [--ttl 15m]     a token that puts requests in DEBUG, by sidelight.debug.secret\n";

  private static final String DEFAULT_TTL = "15m";

  private final DurationText ttls =
      new DurationText(
          TimeUnit.SECONDS.toNanos(1), TimeUnit.SECONDS.toNanos(DebugTokens.MAX_TTL_SECONDS));
  private final PrintStream out;
  private final PrintStream err;
  private final Switches switches;

  TokenCommand(PrintStream out, PrintStream err, Switches switches) {
    this.switches = switches;
    this.out = out;
    this.err = err;
  }

  @Override
  public String name() {
    return "token";
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
    boolean withTtl = arguments.size() == 2 && arguments.get(0).equals("--ttl");
    if (!withTtl && !arguments.isEmpty()) {
      boolean bare = arguments.get(0).equals("--ttl");
      String wrong = bare ? arguments.size() == 1 ? "" : arguments.get(2) : arguments.get(0);
      tell(
          wrong.isEmpty()
              ? "--ttl needs a duration: token [--ttl DURATION]"
              : "token does not take '" + PlainText.of(wrong) + "', but --ttl DURATION");
      return false;
    }
    Long ttl = ttls.parse(withTtl ? arguments.get(1) : DEFAULT_TTL);
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
