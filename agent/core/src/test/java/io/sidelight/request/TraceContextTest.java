package io.sidelight.request;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @Test
  void of_noHeader_unknown() {
    TraceContext trace = TraceContext.of(new FakeExchange());

    assertThat(trace.traceId()).isNull();
    assertThat(trace.spanId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "traceparent, 00-" + TRACE + "-" + SPAN + "-01",
    "traceparent, cc-" + TRACE + "-" + SPAN + "-01-what-comes-later",
    "b3, " + TRACE + "-" + SPAN + "-1",
    "b3, " + TRACE + "-" + SPAN,
    "X-Cloud-Trace-Context, " + TRACE + ";o=1",
    "X-Cloud-Trace-Context, " + TRACE,
    "X-B3-TraceId, " + TRACE,
  })
  void of_wellFormedHeader_traceIdAsSent(String header, String value) {
    TraceContext trace = TraceContext.of(new FakeExchange(Map.of(header, value)));

    assertThat(trace.traceId()).isEqualTo(TRACE);
  }

  @Test
  void of_spanInHeader_read() {
    assertThat(requireNonNull(TraceContext.w3c("00-" + TRACE + "-" + SPAN + "-01")).spanId())
        .isEqualTo(SPAN);
    assertThat(requireNonNull(TraceContext.b3(TRACE + "-" + SPAN + "-d")).spanId()).isEqualTo(SPAN);
    assertThat(requireNonNull(TraceContext.b3(TRACE.substring(16), SPAN)).spanId()).isEqualTo(SPAN);
    assertThat(requireNonNull(TraceContext.cloud(TRACE + "/123456789;o=1")).spanId())
        .isEqualTo("123456789");
    TraceContext xray =
        requireNonNull(
            TraceContext.xray(
                "Self=1-2-3;Root=1-67891233-abcdef012345678912345678; Parent="
                    + SPAN
                    + ";Sampled=1"));
    assertThat(xray.traceId()).isEqualTo("1-67891233-abcdef012345678912345678");
    assertThat(xray.spanId()).isEqualTo(SPAN);
  }

  @Test
  void of_w3cMalformed_nextHeaderIsRead() {
    TraceContext trace =
        TraceContext.of(
            new FakeExchange(Map.of("traceparent", "nonsense", "b3", TRACE + "-" + SPAN)));

    assertThat(trace.traceId()).isEqualTo(TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-" + SPAN + "-01",
        "ff-" + TRACE + "-" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN + "-01-more",
        "00-" + TRACE + "-" + SPAN + "-0\n",
        "00_" + TRACE + "-" + SPAN + "-01",
      })
  void w3c_malformed_ignored(String value) {
    assertThat(TraceContext.w3c(value)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1", "-", "--", "abc-def", TRACE + "\n-" + SPAN})
  void b3_malformed_ignored(String value) {
    assertThat(TraceContext.b3(value)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Root=", "Root", ";;;", "Root=1-67891233-abcdef0123456789123456", "Root=1-x"})
  void xray_malformed_ignored(String value) {
    assertThat(TraceContext.xray(value)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", TRACE + "/", TRACE + "/x", TRACE + "x", TRACE + "/1\u001b"})
  void cloud_malformed_ignored(String value) {
    assertThat(TraceContext.cloud(value)).isNull();
  }
}
