package io.sidelight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.Switches;
import io.sidelight.debug.DebugTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandTest {

  private static final String PROPERTY = "sidelight.debug.secret";
  private static final String SECRET = "a-secret-that-is-long-enough";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void clear() {
    System.clearProperty(PROPERTY);
    System.clearProperty("sidelight.config");
  }

  @Test
  void token_withSecret_isOneLineThatTheSecretVerifies() throws IOException {
    System.setProperty(PROPERTY, SECRET);

    assertThat(run("token")).isZero();
    String token = out.toString(UTF_8).strip();
    assertThat(out.toString(UTF_8)).isEqualTo(token + System.lineSeparator());
    assertThat(token).doesNotContain(SECRET).matches("[A-Za-z0-9_-]+");
    assertThat(new DebugTokens(SECRET).verify(token)).isEqualTo(DebugTokens.Verdict.VALID);
    assertThat(new DebugTokens(SECRET + "x").verify(token)).isEqualTo(DebugTokens.Verdict.INVALID);
    assertThat(err.size()).isZero();
  }

  @Test
  void token_secretInTheOptionsFile_isFound(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("options"), "debug.secret=" + SECRET + "\n");
    System.setProperty("sidelight.config", file.toString());

    assertThat(run("token", "--ttl", "24h")).isZero();
    assertThat(new DebugTokens(SECRET).verify(out.toString(UTF_8).strip()))
        .isEqualTo(DebugTokens.Verdict.VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "15-is-too-short"})
  void token_withoutGoodSecret_failsWithWordsAndNotTheSecret(String secret) throws IOException {
    System.setProperty(PROPERTY, secret);

    assertThat(run("token")).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(err.toString(UTF_8)).contains("debug.secret", "SIDELIGHT_DEBUG_SECRET");
    assertThat(err.toString(UTF_8).contains("16 to 1024")).isEqualTo(!secret.isEmpty());
    assertThat(err.toString(UTF_8)).doesNotContain("15-is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"25h", "0", "500ms", "15", "-1m", "soon"})
  void token_ttlOutOfBounds_fails(String ttl) throws IOException {
    System.setProperty(PROPERTY, SECRET);

    assertThat(run("token", "--ttl", ttl)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("from 1s to 24h");
    assertThat(out.size()).isZero();
  }

  @Test
  void token_unknownArguments_fails() throws IOException {
    assertThat(run("token", "--tll", "15m")).isEqualTo(2);
    assertThat(run("token", "--ttl")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--ttl DURATION");
  }

  private int run(String... arguments) {
    return new Main(
            InputStream.nullInputStream(),
            out,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            new Switches())
        .execute(List.of(arguments));
  }
}
