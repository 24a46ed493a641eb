package io.sidelight.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.event.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindTest {
  private static final long MS = 1_000_000L;
  private static final Kind<Long> DURATION = QuantityKind.duration(0, Long.MAX_VALUE);
  private static final Kind<Long> SIZE = QuantityKind.size(0, Long.MAX_VALUE);

  @ParameterizedTest
  @CsvSource({"true,true", "TRUE,true", "false,false", "False,false"})
  void flag_trueOrFalseInAnyCase_isRead(String text, boolean value) {
    assertThat(new FlagKind().parse(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "1", "tru", "true false", "trüe"})
  void flag_anythingElse_isRefused(String text) {
    assertThat(new FlagKind().parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "0ms,0",
    "1ms,1",
    "500ms,500",
    "1s,1000",
    "2m,120000",
    "1h,3600000",
    "5 S,5000",
    "007ms,7",
    "9223372036854ms,9223372036854"
  })
  void duration_numberWithUnit_isNanoseconds(String text, long millis) {
    assertThat(DURATION.parse(text)).isEqualTo(millis * MS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "00x",
        "ms",
        "-1s",
        "+1s",
        "1.5s",
        "1d",
        "1ns",
        "1 s s",
        "1s2",
        "٣s",
        "0x1s",
        "9223372036855ms",
        "99999999999999999999s",
        "1e3ms"
      })
  void duration_withoutUnitOrOutOfRange_isRefused(String text) {
    assertThat(DURATION.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1B,1",
    "16KB,16384",
    "10mb,10485760",
    "1 GB,1073741824",
    "8589934591GB,9223372035781033984"
  })
  void size_numberWithUnit_isBytesInPowersOf1024(String text, long bytes) {
    assertThat(SIZE.parse(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "10M", "10MiB", "-1KB", "1.5MB", "KB", "8589934592GB", "17179869184GB"})
  void size_withoutUnitOrOutOfRange_isRefused(String text) {
    assertThat(SIZE.parse(text)).isNull();
  }

  @Test
  void quantity_atItsBounds_isReadAndBeyondThemRefused() {
    Kind<Long> kind = QuantityKind.size(1024, 2048);

    assertThat(kind.parse("1KB")).isEqualTo(1024);
    assertThat(kind.parse("2KB")).isEqualTo(2048);
    assertThat(kind.parse("1023B")).isNull();
    assertThat(kind.parse("2049B")).isNull();
    assertThat(kind.parse("0")).isNull();
    assertThat(kind.description())
        .isEqualTo("a size with its unit (B, KB, MB, GB) from 1KB to 2KB");
  }

  @ParameterizedTest
  @CsvSource({"0,0ms", "1500ms,1500ms", "1000ms,1s", "60s,1m", "90m,90m", "120m,2h"})
  void duration_rendered_hasTheLargestUnitThatDividesIt(String text, String rendered) {
    Long value = DURATION.parse(text);
    assertThat(value).isNotNull();
    assertThat(DURATION.render(value)).isEqualTo(rendered);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "100,100", "042,42"})
  void count_withinBounds_isRead(String text, int value) {
    assertThat(new CountKind(1, 100).parse(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "101", "-1", "+1", "1.0", "1e1", "4294967297", "٣", "x"})
  void count_outOfBoundsOrNoNumber_isRefused(String text) {
    assertThat(new CountKind(1, 100).parse(text)).isNull();
  }

  @Test
  void choice_inAnyCase_isReadAndNothingElseIs() {
    Kind<LineFormat> kind = ChoiceKind.lowerCase(LineFormat.values());

    assertThat(kind.parse("json")).isEqualTo(LineFormat.JSON);
    assertThat(kind.parse("Text")).isEqualTo(LineFormat.TEXT);
    assertThat(kind.parse("jso")).isNull();
    assertThat(kind.parse("")).isNull();
    assertThat(kind.description()).isEqualTo("`auto`, `json` or `text`");
    assertThat(ChoiceKind.asSpelled(Level.values()).render(Level.WARN)).isEqualTo("WARN");
  }

  @Test
  void list_withCommas_hasTrimmedItemsWithoutEmptyOnes() {
    assertThat(new ListKind().parse(" a, b c ,,d=e,")).isEqualTo(List.of("a", "b c", "d=e"));
    assertThat(new ListKind().parse("")).isEqualTo(List.of());
    assertThat(new ListKind().parse(" , ")).isEqualTo(List.of());
  }

  @Test
  void list_withControlsOrTooManyItems_isRefused() {
    assertThat(new ListKind().parse("a\u001bb")).isNull();
    assertThat(new ListKind().parse("a,".repeat(1000))).hasSize(1000);
    assertThat(new ListKind().parse("a,".repeat(1001))).isNull();
  }

  @Test
  void text_atItsBounds_isReadAndBeyondThemRefused() {
    Kind<String> kind = new TextKind(1, 3, "text");

    assertThat(kind.parse("a")).isEqualTo("a");
    assertThat(kind.parse("äöü")).isEqualTo("äöü");
    assertThat(kind.parse("")).isNull();
    assertThat(kind.parse("abcd")).isNull();
    assertThat(kind.parse("a\nb")).isNull();
    assertThat(kind.parse("a\u0085b")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Request-ID", "x", "!#$%&'*+-.^_`|~09az"})
  void headerName_token_isRead(String text) {
    assertThat(new HeaderNameKind().parse(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "X Request", "X:Y", "X\r\nSet-Cookie", "Ä", "a,b", "(x)", "a\"", "\u007f"})
  void headerName_noToken_isRefused(String text) {
    assertThat(new HeaderNameKind().parse(text)).isNull();
    assertThat(new HeaderNameKind().parse("x".repeat(129))).isNull();
  }

  @Test
  void userSources_wellFormed_areReadInOrderAndWrittenAsRead() {
    Kind<List<UserSource>> kind = new UserSourcesKind();
    List<UserSource> sources =
        kind.parse(" Principal , HEADER: X-User,session:a.b:c,jwt:https://acme.example/id");

    assertThat(sources).isNotNull();
    assertThat(kind.render(sources))
        .isEqualTo("principal,header:X-User,session:a.b:c,jwt:https://acme.example/id");
    assertThat(kind.parse(kind.render(sources))).isEqualTo(sources);
    assertThat(kind.parse("")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user",
        "principal:",
        "principal:x",
        "header",
        "header:",
        "header:X User",
        "session",
        "session: ",
        "jwt:",
        "jwt",
        ":sub",
        "cookie:sid",
        "principal,heder:X-User"
      })
  void userSources_oneOfThemMisspelled_areRefused(String text) {
    assertThat(new UserSourcesKind().parse(text)).isNull();
    assertThat(new UserSourcesKind().parse("jwt:" + "x".repeat(129))).isNull();
    assertThat(new UserSourcesKind().parse("principal,".repeat(17))).isNull();
  }
}
