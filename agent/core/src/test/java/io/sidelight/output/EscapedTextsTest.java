package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EscapedTextsTest {

  private final EscapedTexts texts = new EscapedTexts();

  @Test
  void find_textKeptOnItsSecondTime_isItsBytes() {
    assertThat(texts.find("/orders")).isNull();
    assertThat(texts.wants("/orders")).isFalse();
    assertThat(texts.wants("/orders")).isTrue();
    texts.keep("/orders", bytes("/orders"));
    assertThat(texts.find("/orders")).isEqualTo(bytes("/orders"));
  }

  @Test
  void find_anotherTextInTheSamePlace_isNeverTheOthersBytes() {
    // Two texts with one hash share a place.
    texts.wants("Aa");
    texts.wants("Aa");
    texts.keep("Aa", bytes("Aa"));
    assertThat(texts.find("BB")).isNull();
    assertThat(texts.wants("BB")).isFalse();
    assertThat(texts.find("Aa")).isNull();
    assertThat(texts.find("BB")).isNull();
    assertThat(texts.wants("BB")).isTrue();
    texts.keep("BB", bytes("BB"));
    assertThat(texts.find("BB")).isEqualTo(bytes("BB"));
    assertThat(texts.find("Aa")).isNull();
  }

  @Test
  void wants_longText_isNeverAsked() {
    String text = "x".repeat(65);
    assertThat(texts.wants(text)).isFalse();
    assertThat(texts.wants(text)).isFalse();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
