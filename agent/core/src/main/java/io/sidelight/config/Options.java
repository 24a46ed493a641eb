package io.sidelight.config;

import io.sidelight.event.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every option there is. To add one, declare it here; reading it, the {@code config} command and
 * the tests follow, and the table in {@code docs/options.md} is written anew from this.
 */
public final class Options {
  private static final long HOUR = 3_600_000_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long MB = 1024 * 1024;

  private static final Kind<Boolean> FLAG = new FlagKind();
  private static final Kind<List<String>> NAMES = new NamesKind();
  private static final Kind<String> LABEL = new TextKind(0, 256, "text");
  private static final Kind<Level> LEVELS = ChoiceKind.asSpelled(Level.values());

  private static final List<Option<?>> DECLARED = new ArrayList<>();

  public static final Option<Boolean> ENABLED =
      declare(Option.of("enabled", FLAG, true, "`false`: the agent does nothing at all."));

  /** Empty unless set: the default is made by whoever starts the agent. */
  public static final Option<String> SERVICE =
      declare(
          Option.of("service", LABEL, "", "The service, a label on every line.")
              .defaultText("Spring's name, jar or main class")
              .example("orders"));

  /** Empty unless set. */
  public static final Option<String> ENV =
      declare(
          Option.of("env", LABEL, "", "The environment, a label on every line.")
              .example("production"));

  /** Empty unless set. */
  public static final Option<String> VERSION =
      declare(
          Option.of("version", LABEL, "", "The version of the service, a label on every line.")
              .example("2.4.1"));

  public static final Option<LineFormat> FORMAT =
      declare(
          Option.of(
                  "format",
                  ChoiceKind.lowerCase(LineFormat.values()),
                  LineFormat.AUTO,
                  "How a line is written. `auto`: text on a terminal, JSON everywhere else.")
              .example("json"));

  public static final Option<LineSchema> SCHEMA =
      declare(
          Option.of(
                  "schema",
                  ChoiceKind.lowerCase(LineSchema.values()),
                  LineSchema.NATIVE,
                  "The names of the fields, for the log platform that reads them.")
              .example("ecs"));

  public static final Option<Level> LEVEL =
      declare(
          Option.of("level", LEVELS, Level.INFO, "The least severe level that is written.")
              .example("DEBUG")
              .dynamic());

  /** The levels of single loggers; read them with {@link Config#levels()}. */
  public static final Option<Level> LEVEL_OF_LOGGER =
      declare(
          Option.of("level.<logger>", LEVELS, Level.INFO, "The same for one logger and below it.")
              .defaultText("as its parent")
              .example("DEBUG")
              .dynamic());

  public static final Option<String> OUTPUT =
      declare(
          Option.of(
                  "output",
                  new DestinationKind(1),
                  "stdout",
                  "Where lines go: `stdout`, `stderr` or the path of a file.")
              .example("/var/log/orders.log"));

  /** Bytes. */
  public static final Option<Long> OUTPUT_MAX_SIZE =
      declare(
          Option.of(
                  "output.max-size",
                  QuantityKind.size(1024, 1024 * 1024 * MB),
                  10 * MB,
                  "The size at which a file is rotated.")
              .example("64MB"));

  public static final Option<Integer> OUTPUT_MAX_FILES =
      declare(
          Option.of("output.max-files", new CountKind(1, 100), 5, "How many rotated files stay."));

  public static final Option<Integer> OUTPUT_QUEUE =
      declare(
          Option.of(
              "output.queue",
              new CountKind(16, 1_048_576),
              8192,
              "How many lines may wait to be written. More of them cost memory and bridge a longer"
                  + " stall of the destination."));

  public static final Option<OverflowPolicy> OUTPUT_OVERFLOW =
      declare(
          Option.of(
                  "output.overflow",
                  ChoiceKind.lowerCase(OverflowPolicy.values()),
                  OverflowPolicy.DROP,
                  "What a full queue does to a line. `drop`: it is lost and counted. `block`: the"
                      + " thread that logs waits, so that a slow destination slows requests.")
              .example("block"));

  /** Empty for where all other lines go. */
  public static final Option<String> AUDIT_OUTPUT =
      declare(
          Option.of(
                  "audit.output",
                  new DestinationKind(0),
                  "",
                  "Where `audit` lines go, if not where all others do: `stdout`, `stderr` or the"
                      + " path of a file.")
              .defaultText("as `output`")
              .example("/var/log/orders-audit.log"));

  public static final Option<LogsMode> LOGS =
      declare(
          Option.of(
                  "logs",
                  ChoiceKind.lowerCase(LogsMode.values()),
                  LogsMode.ENRICH,
                  "What is done with the application's own lines. `enrich`: its patterns can show"
                      + " the request. `json`: lines that a pattern would make come out like the"
                      + " agent's own. `off`: nothing.")
              .example("json")
              .dynamic());

  public static final Option<Boolean> LOGS_REDACT =
      declare(
          Option.of(
                  "logs.redact",
                  FLAG,
                  false,
                  "Whether secrets are masked in the application's own lines with `logs=enrich`,"
                      + " too. With `json` they always are.")
              .dynamic());

  public static final Option<String> REQUEST_ID_HEADER =
      declare(
          Option.of(
                  "request-id.header",
                  new HeaderNameKind(),
                  "X-Request-ID",
                  "The header that carries the request ID.")
              .example("X-Correlation-ID"));

  public static final Option<Boolean> REQUEST_ID_ACCEPT =
      declare(
          Option.of(
              "request-id.accept",
              FLAG,
              true,
              "Whether the ID that a request brings is used. `false`: each request gets a new"
                  + " one."));

  public static final Option<Boolean> REQUEST_ID_ECHO =
      declare(Option.of("request-id.echo", FLAG, true, "Whether responses carry the request ID."));

  public static final Option<List<HostPattern>> REQUEST_ID_FORWARD =
      declare(
          Option.of(
                  "request-id.forward",
                  new HostsKind(),
                  Collections.singletonList(HostPattern.ANY),
                  "The hosts to which calls made for a request carry its ID. An empty list: none.")
              .example("*.internal.example.com,10.*")
              .dynamic());

  /** Tried in order; empty for no user at all. */
  public static final Option<List<UserSource>> USER_ID_FROM =
      declare(
          Option.of(
                  "user-id.from",
                  new UserSourcesKind(),
                  Collections.singletonList(UserSource.PRINCIPAL),
                  "Who a request is for, tried in order. `principal`: who has logged in, by the"
                      + " container or Spring Security. `jwt`: a claim of the bearer token, which"
                      + " is not verified. An empty list: no line has a user.")
              .example("principal,header:X-User"));

  public static final Option<Boolean> USER_ID_HASH =
      declare(
          Option.of(
              "user-id.hash",
              FLAG,
              false,
              "Whether a keyed hash (HMAC-SHA-256, the first 128 bits in hex) stands on the lines"
                  + " in place of the user."));

  /** Empty for a random key. */
  public static final Option<String> USER_ID_HASH_KEY =
      declare(
          Option.of(
                  "user-id.hash-key",
                  new TextKind(0, 1024, "text"),
                  "",
                  "The key of that hash, the same for all processes whose lines are compared. Keep"
                      + " it from those who read the logs, and make it long and random: who has"
                      + " it can try out names. Without it each process makes a key of its own, so"
                      + " that a user has the same hash within one process only.")
              .defaultText("a random key")
              .secret());

  public static final Option<List<String>> REQUESTS_IGNORE =
      declare(
          Option.of(
                  "requests.ignore",
                  new PathPatternsKind(),
                  Collections.emptyList(),
                  "Path patterns of requests that get no line unless they fail.")
              .example("/health,/actuator/**")
              .dynamic());

  /** Nanoseconds. */
  public static final Option<Long> SLOW_REQUEST =
      declare(
          Option.of(
                  "slow.request",
                  QuantityKind.duration(0, 24 * HOUR),
                  SECOND,
                  "A request that takes at least this long is marked `slow` and logged as WARN."
                      + " `0`: none is.")
              .example("500ms")
              .dynamic());

  /** Nanoseconds. */
  public static final Option<Long> SLOW_DEPENDENCY =
      declare(
          Option.of(
                  "slow.dependency",
                  QuantityKind.duration(0, 24 * HOUR),
                  SECOND / 2,
                  "A call that takes at least this long is logged as WARN. `0`: none is for that.")
              .example("200ms")
              .dynamic());

  public static final Option<List<DependencyAlias>> DEPENDENCIES =
      declare(
          Option.of(
                  "dependencies",
                  new AliasesKind(),
                  Collections.emptyList(),
                  "Names for the hosts that are called, the first that fits; without one a"
                      + " dependency is called by its host.")
              .example("payments=*.pay.example.com,crm=10.1.*")
              .dynamic());

  public static final Option<List<StepPattern>> STEPS =
      declare(
          Option.of(
                  "steps",
                  new StepPatternsKind(),
                  Collections.emptyList(),
                  "Methods that are timed: `CLASS#METHOD` with `*` for any characters, or"
                      + " `@ANNOTATION` for the methods (or all public methods of the classes) that"
                      + " carry it. Read once, at the start.")
              .example("com.acme.Pricing#quote,com.acme.billing.*#charge*"));

  /** Nanoseconds. */
  public static final Option<Long> STEPS_MIN =
      declare(
          Option.of(
                  "steps.min",
                  QuantityKind.duration(0, 24 * HOUR),
                  0L,
                  "A step that takes less gets no line of its own and only counts in the sums of"
                      + " its request.")
              .example("5ms")
              .dynamic());

  public static final Option<List<String>> REDACT_KEYS =
      declare(
          Option.of(
                  "redact.keys",
                  NAMES,
                  Collections.emptyList(),
                  "More keys whose values are masked, beside the built-in ones.")
              .example("customer_no,iban")
              .dynamic());

  public static final Option<List<String>> REDACT_HEADERS =
      declare(
          Option.of(
                  "redact.headers",
                  NAMES,
                  Collections.emptyList(),
                  "More headers whose values are masked, beside the built-in ones.")
              .example("X-Partner-Ticket")
              .dynamic());

  public static final Option<List<String>> REDACT_KEEP =
      declare(
          Option.of(
                  "redact.keep",
                  NAMES,
                  Collections.emptyList(),
                  "Keys and headers whose values are shown although a built-in rule masks them.")
              .example("sort_key")
              .dynamic());

  public static final Option<Boolean> DEBUG_ON_FAILURE =
      declare(
          Option.of(
                  "debug.on-failure",
                  FLAG,
                  false,
                  "Whether DEBUG lines that nobody wants are kept, up to 256 KB for each request"
                      + " and 32 MB in all, and written if the request fails or is slow.")
              .dynamic());

  public static final Option<String> DEBUG_HEADER =
      declare(
          Option.of(
                  "debug.header",
                  new HeaderNameKind(),
                  "X-Debug-Log",
                  "The header that asks for DEBUG for one request. It means nothing unless"
                      + " `debug.secret` or `debug.from` is set.")
              .dynamic());

  /** Empty for none. */
  public static final Option<String> DEBUG_SECRET =
      declare(
          Option.of(
                  "debug.secret",
                  new SecretKind(),
                  "",
                  "The key of debug tokens, the same for all services that are to take them. Make"
                      + " it long and random: `openssl rand -base64 32`.")
              .defaultText("no token counts")
              .secret()
              .dynamic());

  public static final Option<List<CidrBlock>> DEBUG_FROM =
      declare(
          Option.of(
                  "debug.from",
                  new CidrBlocksKind(),
                  Collections.emptyList(),
                  "Where a request may come from that asks for DEBUG with the value `1`: the"
                      + " other end of the TCP connection. Behind a proxy that is the proxy, for"
                      + " every request.")
              .example("127.0.0.1,10.20.0.0/16,fd00::/8")
              .dynamic());

  public static final Option<List<HostPattern>> DEBUG_FORWARD =
      declare(
          Option.of(
                  "debug.forward",
                  new HostsKind(),
                  Collections.emptyList(),
                  "The hosts to which calls made for a request in DEBUG carry its header. An empty"
                      + " list: none.")
              .example("*.internal.example.com")
              .dynamic());

  /** A family whose members are declared by who knows the libraries, as {@link Switches}. */
  static final Option<Boolean> INSTRUMENT =
      declare(Option.of("instrument.<name>", FLAG, true, "One switch for each supported library."));

  /** The path of the options file; empty for none. It never comes from the file itself. */
  public static final Option<String> CONFIG =
      declare(
          Option.of(
                  "config",
                  new TextKind(0, 4096, "text"),
                  "",
                  "The path of a properties file with options, read again when it changes. The file"
                      + " cannot name another one.")
              .example("/etc/sidelight.properties"));

  /** Without a supported library. */
  static final Catalog CATALOG = catalog(new Switches());

  private Options() {}

  /**
   * Every declaration but those of switches, families included, in the order of the documentation.
   */
  public static List<Option<?>> all() {
    return CATALOG.all();
  }

  /** Every declaration, with these in the place of the family of switches. */
  static Catalog catalog(Switches switches) {
    List<Option<?>> options = new ArrayList<>(DECLARED);
    int place = options.indexOf(INSTRUMENT);
    options.remove(place);
    options.addAll(place, switches.options());
    return new Catalog(options);
  }

  private static <T> Option<T> declare(Option<T> option) {
    DECLARED.add(option);
    return option;
  }
}
