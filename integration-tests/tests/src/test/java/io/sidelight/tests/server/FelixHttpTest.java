package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Compatibility;
import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract in an OSGi framework, but for HTTP/2, which the whiteboard's server doesn't take
 * without TLS, and for what the whiteboard itself does otherwise.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class FelixHttpTest
    implements PlainContract,
        DispatchContract,
        AsyncContract,
        ConnectionContract,
        RefusedContract,
        RequestIdContract,
        HostileContract {

  private static RunningService server;

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(new FelixHttp());
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    server = RunningService.start(target, "contract");
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
    Compatibility.finished(server.target());
  }

  @Override
  public RunningService server() {
    return server;
  }

  /** A bundle has no folders. */
  @Override
  @Test
  public void folder_withoutSlash_isRedirected() {
    assertThat(server.get("/static").line().status()).isEqualTo(404);
  }

  /** There is no dispatcher for a missing path, and the application runs into that. */
  @Override
  @ParameterizedTest
  @CsvSource({"/forward,200", "/forward/static,200", "/forward/missing,500"})
  public void forward_toAnotherPath_isReportedOnceUnderThePathSent(String path, int status) {
    TracedRequest got = server.get(path);
    assertThat(got.line().status()).isEqualTo(status);
    assertThat(got.line().text("path")).isEqualTo(server.path(path));
  }

  /** The whiteboard handles an exception that has a page, and commits a failed forward with 200. */
  @Override
  @ParameterizedTest
  @CsvSource({
    "/fail/exception,java.lang.IllegalStateException",
    "/fail/error,java.lang.AssertionError"
  })
  public void exception_ofApplication_isReportedWithItsClass(String path, String error) {
    TracedRequest got = server.get(path);
    assertThat(got.line().status()).isEqualTo(500);
    assertThat(got.line().text("error")).isEqualTo(error);
    assertThat(got.line().keys()).endsWith("exc");
  }
}
