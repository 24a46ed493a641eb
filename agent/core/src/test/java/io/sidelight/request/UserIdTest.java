package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.LiveConfig;
import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a request is for, by its turning points. */
class UserIdTest {

  private static final String HASH_OPTIONS = "user-id.hash=true;user-id.hash-key=";

  @TempDir Path folder;
  private EventLog log;
  private final FakeExchange exchange = new FakeExchange();

  @BeforeEach
  void open() {
    log =
        EventLog.start(
            OutputSettings.builder().destination(folder.resolve("lines").toString()).build(),
            Levels.of(Level.INFO, Map.of()),
            new Redactor(RedactionRules.defaults()));
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void begin_principalOnly_notAskedYet() {
    exchange.principal = "ada";

    assertThat(lifecycle("").begin(exchange).userId()).isNull();
  }

  @Test
  void begin_headerAndToken_knownAtOnce() {
    exchange.requestHeader("X-User", " ada ");
    exchange.requestHeader("Authorization", bearer("{\"sub\":\"grace\"}"));

    assertThat(lifecycle("user-id.from=header:x-user").begin(exchange).userId()).isEqualTo("ada");
    assertThat(lifecycle("user-id.from=jwt:sub").begin(exchange).userId()).isEqualTo("grace");
    assertThat(lifecycle("user-id.from=jwt:nope,header:X-User").begin(exchange).userId())
        .isEqualTo("ada");
  }

  @Test
  void begin_headerTwiceOrBlank_namesNobody() {
    exchange.requestHeader("X-User", "ada").requestHeader("X-User", "eve");
    exchange.requestHeader("X-Blank", "  ");

    assertThat(lifecycle("user-id.from=header:X-User,header:X-Blank").begin(exchange).userId())
        .isNull();
  }

  @Test
  void identify_sourcesInOrder_earlierOneWinsOverAKnownUser() {
    exchange.requestHeader("X-User", "gateway");
    RequestLifecycle lifecycle = lifecycle("user-id.from=principal,session:uid,header:X-User");
    RequestScope scope = lifecycle.begin(exchange);
    assertThat(scope.userId()).isEqualTo("gateway");

    exchange.session.put("uid", 7L);
    lifecycle.identify(scope);
    assertThat(scope.userId()).isEqualTo("7");

    exchange.principal = "ada";
    lifecycle.committing(scope, exchange);
    assertThat(scope.userId()).isEqualTo("ada");
  }

  @Test
  void identify_laterSourceOfAKnownUser_notAsked() {
    exchange.requestHeader("X-User", "ada");
    exchange.principal = "grace";
    RequestLifecycle lifecycle = lifecycle("user-id.from=header:X-User,principal");
    RequestScope scope = lifecycle.begin(exchange);

    lifecycle.identify(scope);

    assertThat(scope.userId()).isEqualTo("ada");
  }

  @Test
  void identify_userGoneAfterLogout_staysKnown() {
    exchange.principal = "ada";
    exchange.session.put("uid", "other");
    RequestLifecycle lifecycle = lifecycle("user-id.from=principal,session:uid");
    RequestScope scope = lifecycle.begin(exchange);
    lifecycle.identify(scope);

    exchange.principal = null;
    lifecycle.identify(scope);
    lifecycle.complete(scope);

    assertThat(scope.userId()).isEqualTo("ada");
  }

  @Test
  void identify_anotherPrincipal_takesItsPlace() {
    exchange.principal = "ada";
    RequestLifecycle lifecycle = lifecycle("");
    RequestScope scope = lifecycle.begin(exchange);
    lifecycle.identify(scope);

    exchange.principal = "grace";
    lifecycle.identify(scope);

    assertThat(scope.userId()).isEqualTo("grace");
  }

  @Test
  void identify_completedRequest_keepsItsUser() {
    RequestLifecycle lifecycle = lifecycle("");
    RequestScope scope = lifecycle.begin(exchange);
    lifecycle.complete(scope);

    exchange.principal = "of-the-next-request";
    lifecycle.identify(scope);
    lifecycle.authenticated(scope, () -> "of-the-next-request");

    assertThat(scope.userId()).isNull();
  }

  @Test
  void identify_sessionObjects_onlyTextNumbersAndPrincipals() {
    exchange.session.put("text", new StringBuilder("ada"));
    exchange.session.put("number", 42);
    exchange.session.put("principal", (Principal) () -> "grace");
    exchange.session.put("object", Map.of("password", "hunter2"));

    assertThat(identified("user-id.from=session:text")).isEqualTo("ada");
    assertThat(identified("user-id.from=session:number")).isEqualTo("42");
    assertThat(identified("user-id.from=session:principal")).isEqualTo("grace");
    assertThat(identified("user-id.from=session:object")).isNull();
  }

  @Test
  void authenticated_byAFramework_overContainersPrincipalAndLastOneWins() {
    exchange.principal = "container";
    RequestLifecycle lifecycle = lifecycle("");
    RequestScope scope = lifecycle.begin(exchange);

    lifecycle.authenticated(scope, () -> "ada");
    assertThat(scope.userId()).isEqualTo("ada");
    lifecycle.authenticated(scope, () -> "grace");
    lifecycle.complete(scope);
    assertThat(scope.userId()).isEqualTo("grace");
  }

  @Test
  void authenticated_principalNoSource_notAskedForItsName() {
    RequestLifecycle lifecycle = lifecycle("user-id.from=header:X-User");
    RequestScope scope = lifecycle.begin(exchange);

    lifecycle.authenticated(
        scope,
        () -> {
          throw new AssertionError("nobody wants to know");
        });

    assertThat(scope.userId()).isNull();
  }

  @Test
  void authenticated_nameThrows_userUnknownAndNothingThrown() {
    RequestLifecycle lifecycle = lifecycle("");
    RequestScope scope = lifecycle.begin(exchange);

    lifecycle.authenticated(
        scope,
        () -> {
          throw new IllegalStateException("the application's own");
        });

    assertThat(scope.userId()).isNull();
  }

  @Test
  void from_empty_nobodyEver() {
    exchange.principal = "ada";

    assertThat(identified("user-id.from=")).isNull();
  }

  @Test
  void shown_longName_cutBetweenCharacters() {
    exchange.principal = "x".repeat(255) + "\ud83d\ude00" + "y".repeat(9);

    assertThat(identified("")).isEqualTo("x".repeat(255) + "\u2026");
  }

  /** The application's own patterns write the value as it is. */
  @Test
  void shown_charactersThatForgeALine_areEscapedFromEverySource() {
    String forged = "a\r\nb\u001b[2J\u009b\u2028\u2029\u202e\u2066\ud800\u0000c";
    String shown = "a\\r\\nb\\u001b[2J\\u009b\\u2028\\u2029\\u202e\\u2066\\ud800\\u0000c";
    exchange.principal = forged;
    exchange.session.put("uid", forged);
    exchange.session.put("somebody", (Principal) () -> forged);
    exchange.requestHeader("X-User", forged);
    exchange.requestHeader(
        "Authorization", bearer("{\"sub\":\"alice\\n10:00 ERROR FORGED\\u001b[2J\\u2028\"}"));

    for (String from :
        new String[] {"principal", "session:uid", "session:somebody", "header:X-User"}) {
      assertThat(identified("user-id.from=" + from)).as(from).isEqualTo(shown);
    }
    assertThat(identified("user-id.from=jwt:sub"))
        .isEqualTo("alice\\n10:00 ERROR FORGED\\u001b[2J\\u2028");
  }

  @Test
  void shown_lettersOfAnyLanguage_stayAsTheyAre() {
    exchange.principal = "DOMAIN\\J\u00f6rg \"\u5f20\ud83d\ude00\"";

    assertThat(identified("")).isEqualTo("DOMAIN\\J\u00f6rg \"\u5f20\ud83d\ude00\"");
  }

  @Test
  void hash_charactersThatForgeALine_areOfTheNameAsItIs() {
    exchange.principal = "a\nb";
    String hash = identified(HASH_OPTIONS + "Jefe");
    exchange.principal = "a\\nb";

    assertThat(identified(HASH_OPTIONS + "Jefe")).isNotEqualTo(hash);
  }

  @Test
  void principal_whoseNameIsEndless_nobody() {
    Principal[] endless = new Principal[1];
    endless[0] = () -> endless[0].getName() + "x";
    exchange.session.put("somebody", endless[0]);

    assertThat(identified("user-id.from=session:somebody")).isNull();
  }

  @Test
  void shown_sourceThatHoldsSecretsByItsName_masked() {
    exchange.requestHeader("X-Api-Key", "k-4711").requestHeader("X-Customer", "ada");
    exchange.session.put("password", "hunter2");

    assertThat(identified("user-id.from=header:X-Api-Key")).isEqualTo("[REDACTED]");
    assertThat(identified("user-id.from=session:password")).isEqualTo("[REDACTED]");
    assertThat(identified("user-id.from=header:X-Customer;redact.headers=X-Customer"))
        .isEqualTo("[REDACTED]");
    assertThat(identified(HASH_OPTIONS + "k;user-id.from=header:X-Api-Key"))
        .matches("[0-9a-f]{32}");
  }

  @Test
  void hash_ofRfc4231_isHmacSha256() {
    exchange.principal = "what do ya want for nothing?";

    assertThat(identified(HASH_OPTIONS + "Jefe")).isEqualTo("5bdcc146bf60754e6a042426089575c7");
  }

  @Test
  void hash_withoutKey_sameWithinAProcessAndOtherwiseNot() {
    exchange.principal = "ada";
    RequestLifecycle lifecycle = lifecycle("user-id.hash=true");
    RequestScope first = lifecycle.begin(exchange);
    RequestScope second = lifecycle.begin(exchange);
    lifecycle.identify(first);
    lifecycle.configure(LiveConfig.load("user-id.hash=true").current());
    lifecycle.identify(second);

    assertThat(first.userId()).matches("[0-9a-f]{32}").isEqualTo(second.userId());
    assertThat(identified("user-id.hash=true")).isNotEqualTo(first.userId());
  }

  private @Nullable String identified(String options) {
    RequestLifecycle lifecycle = lifecycle(options);
    RequestScope scope = lifecycle.begin(exchange);
    lifecycle.identify(scope);
    return scope.userId();
  }

  private RequestLifecycle lifecycle(String options) {
    return RequestLifecycle.install(log, LiveConfig.load(options).current());
  }

  private static String bearer(String payload) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    return "Bearer e30." + encoder.encodeToString(bytes) + ".c2ln";
  }
}
