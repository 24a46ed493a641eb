package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionRulesTest {

  @Test
  void with_addedKey_masksItInAnySpelling() {
    Redactor redactor =
        new Redactor(RedactionRules.with(List.of("loyalty-number"), List.of(), List.of()));
    assertThat(redactor.query("loyaltyNumber=1&LOYALTY_NUMBER=2&my_loyalty_number=3&number=4"))
        .isEqualTo(
            "loyaltyNumber=[REDACTED]&LOYALTY_NUMBER=[REDACTED]"
                + "&my_loyalty_number=[REDACTED]&number=4");
  }

  @Test
  void with_addedHeader_masksItWhole() {
    Redactor redactor =
        new Redactor(RedactionRules.with(List.of(), List.of("X-Tenant"), List.of()));
    assertThat(redactor.header("x-tenant", "acme")).isEqualTo(Redactor.MASK);
  }

  @Test
  void with_keptKey_keepsThatKeyAlone() {
    Redactor redactor =
        new Redactor(RedactionRules.with(List.of(), List.of(), List.of("session_id")));
    assertThat(redactor.query("sessionId=a1&user_session_id=b2"))
        .isEqualTo("sessionId=a1&user_session_id=[REDACTED]");
  }

  @Test
  void with_keptCookie_keepsItUnlessItsShapeIsASecret() {
    Redactor redactor =
        new Redactor(RedactionRules.with(List.of(), List.of(), List.of("theme", "t")));
    assertThat(redactor.header("Cookie", "theme=dark; sid=1; t=eyJhbGciOiJub25lIn0.eyJ9.a"))
        .isEqualTo("theme=dark; sid=[REDACTED]; t=[REDACTED]");
  }

  @Test
  void with_cookieHeaderAdded_masksItWhole() {
    Redactor redactor = new Redactor(RedactionRules.with(List.of(), List.of("cookie"), List.of()));
    assertThat(redactor.header("Cookie", "theme=dark")).isEqualTo(Redactor.MASK);
    assertThat(redactor.header("Set-Cookie", "theme=dark")).isEqualTo("theme=[REDACTED]");
  }

  @Test
  void with_cookieHeaderKept_readsItAsText() {
    Redactor redactor = new Redactor(RedactionRules.with(List.of(), List.of(), List.of("Cookie")));
    assertThat(redactor.header("Cookie", "theme=dark; token=a"))
        .isEqualTo("theme=dark; token=[REDACTED]");
  }

  @Test
  void with_keptAndAdded_masks() {
    Redactor redactor =
        new Redactor(RedactionRules.with(List.of("iban"), List.of(), List.of("iban")));
    assertThat(redactor.sensitiveKey("iban")).isTrue();
  }

  @Test
  void keyRules_manyKeys_rememberABoundedNumber() {
    KeyRules keys = new KeyRules(RedactionRules.defaults());
    for (int i = 0; i < 10_000; i++) {
      keys.of("key" + i);
      assertThat(keys.of("password" + "_".repeat(i % 300))).isEqualTo(KeyKind.SECRET);
    }
    assertThat(keys.remembered()).isLessThanOrEqualTo(1024);
  }
}
