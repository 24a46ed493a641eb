package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a client itself refuses. Whether that was a call already is up to the client; the
 * application sees what it always saw.
 */
interface CallRefusedContract extends ClientContractPart {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://[bad",
        "http://exa mple/",
        "http:///nohost",
        "http://localhost:99999/",
        "http://localhost:-1/",
        "http://under_score.test/",
        "http://localhost:0/",
        "/relative",
        "",
        "http:",
        "ftp://localhost/file",
        "ftp://localhost:0/file",
        "foo://localhost/",
        "mailto:ada@example.test",
        "file:///nowhere",
        "jar:file:///nowhere.jar!/entry"
      })
  default void url_thatCantBeCalled_isRefusedAsAlways(String url) {
    CallResult made = service().makeAny(CallSpec.get(url));
    assertThat(made.seen()).contains("exception ");
    made.calls().forEach(line -> assertThat(line.level()).isEqualTo("ERROR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "get", "PATCH", "TRACE"})
  default void method_unusual_isTreatedAsAlways(String method) {
    service().makeAny(CallSpec.get(other().url("answer")).method(method));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Na me: v", "Name: v\u0001", "Name: v\r\nX: y", "Host: else.test"})
  default void header_unusual_isTreatedAsAlways(String header) {
    String[] part = header.split(": ", 2);
    service().makeAny(CallSpec.get(other().url("answer")).header(part[0], part[1]));
  }
}
