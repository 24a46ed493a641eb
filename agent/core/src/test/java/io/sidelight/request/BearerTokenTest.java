package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sub\":\"ada\"}|ada",
        "{\"iat\":1,\"nested\":{\"sub\":\"eve\",\"a\":[{}]},\"sub\":\"ada\",\"z\":null}|ada",
        "{\"sub\":4711}|4711",
        "{\"sub\":1.50}|1.50",
        "{\"sub\":\"a\\u0064a\"}|ada",
        "{\"sub\":\"eve\",\"sub\":\"ada\"}|ada",
        "{\"sub\":\"Ünïcödé\"}|Ünïcödé",
      })
  void claim_topLevelTextOrNumber_isRead(String payload, String user) {
    assertThat(BearerToken.claim("Bearer " + token(payload), "sub")).isEqualTo(user);
    assertThat(BearerToken.claim("bEARER  " + token(payload) + " ", "sub")).isEqualTo(user);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "\"sub\"",
        "{\"sub\":true}",
        "{\"sub\":null}",
        "{\"sub\":[\"ada\"]}",
        "{\"sub\":{\"name\":\"ada\"}}",
        "{\"sub\":\"ada\",\"sub\":{}}",
        "{\"SUB\":\"ada\"}",
        "{\"sub\":\"ada\"",
        "{\"sub\":\"ada\",",
        "{\"sub\":",
        "{sub:'ada'}",
        "no json"
      })
  void claim_ofAnotherShape_isNone(String payload) {
    assertThat(BearerToken.claim("Bearer " + token(payload), "sub")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer .",
        "Bearer ..",
        "Bearer a.b",
        "Bearer e30.!!!!.x",
        "Bearer e30.e30.e30.e30.e30",
        "Basic YWRhOnNlY3JldA==",
        "Bearer opaque-reference-token"
      })
  void claim_ofNoSignedToken_isNone(String authorization) {
    assertThat(BearerToken.claim(authorization, "sub")).isNull();
  }

  @Test
  void claim_otherSchemeWithSameToken_isNone() {
    assertThat(BearerToken.claim("DPoP " + token("{\"sub\":\"ada\"}"), "sub")).isNull();
  }

  @Test
  void claim_tooLongOrTooDeep_isNone() {
    String padding = "x".repeat(20_000);
    String deep = "[".repeat(500) + "]".repeat(500);

    assertThat(
            BearerToken.claim(
                "Bearer " + token("{\"p\":\"" + padding + "\",\"sub\":\"ada\"}"), "sub"))
        .isNull();
    assertThat(BearerToken.claim("Bearer " + token("{\"d\":" + deep + ",\"sub\":\"a\"}"), "sub"))
        .isNull();
  }

  @Test
  void claim_randomBytes_neverThrows() {
    Random random = new Random(20261122);
    byte[] good =
        "{\"a\":[1,{\"b\":\"\\u00e4\"}],\"sub\":\"ada\",\"c\":-1.5e9}"
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int changes = random.nextInt(6); changes >= 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      if (i % 4 == 0) {
        random.nextBytes(bytes);
      }
      String token = Base64.getUrlEncoder().encodeToString(bytes);
      BearerToken.claim("Bearer e30." + token + ".c2ln", "sub");
    }
  }

  private static String token(String payload) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    return "eyJhbGciOiJIUzI1NiJ9." + encoder.encodeToString(bytes) + ".c2ln";
  }
}
