package io.sidelight.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final String RESPONSE =
      "HTTP/1.1 200 \r\nContent-Type: text/plain\r\ncontent-length: 5\r\n\r\nhello";

  private final Answer answer = new Answer();

  @Test
  void isComplete_byteByByte_onlyAtTheLastOne() throws IOException {
    for (int i = 0; i < RESPONSE.length(); i++) {
      assertThat(answer.isComplete()).as("after %d bytes", i).isFalse();
      receive(RESPONSE.substring(i, i + 1));
    }

    assertThat(answer.isComplete()).isTrue();
    assertThat(answer.body()).isEqualTo("hello");
  }

  @Test
  void reset_nextResponseOnTheConnection_isReadOnItsOwn() throws IOException {
    receive(RESPONSE);
    assertThat(answer.isComplete()).isTrue();
    answer.reset();
    receive("HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n");

    assertThat(answer.isComplete()).isTrue();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void isComplete_otherStatus_throws() {
    receive("HTTP/1.1 500 \r\nContent-Length: 0\r\n\r\n");

    assertThatThrownBy(answer::isComplete)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("500");
  }

  @Test
  void isComplete_moreThanTheBufferHolds_throws() {
    receive("HTTP/1.1 200 \r\nContent-Length: 9000\r\n\r\n");
    receive("x".repeat(answer.buffer().remaining()));

    assertThatThrownBy(answer::isComplete).isInstanceOf(IOException.class);
  }

  private void receive(String text) {
    answer.buffer().put(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
