package io.sidelight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.library.CallError;
import io.sidelight.library.LibraryNames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribedLibrariesTest {

  @BeforeAll
  static void describe() {
    LibraryNames.describedBy(new DescribedLibraries());
  }

  @AfterAll
  static void forget() {
    LibraryNames.describedBy(names -> {});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "okhttp3.internal.concurrent.TaskRunner",
        "org.apache.http.impl.nio.reactor.AbstractMultiworkerIOReactor",
        "org.apache.hc.core5.reactor.SingleCoreIOReactor",
        "org.apache.tomcat.util.net.SocketProcessorBase",
        "org.eclipse.jetty.io.ManagedSelector",
        "org.xnio.nio.WorkerThread",
        "org.glassfish.grizzly.strategies.WorkerThreadIOStrategy",
        "ch.qos.logback.core.AsyncAppenderBase",
        "org.apache.logging.log4j.core.async.AsyncLogger",
        "com.zaxxer.hikari.pool.HikariPool",
        "shaded.io.netty.channel.nio.NioEventLoop",
        "oracle.ucp.Task"
      })
  void infrastructure_ofALibrary_isKnown(String className) {
    assertThat(LibraryNames.get().isInfrastructure(className)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "javax.servlet.GenericServlet, init",
    "jakarta.servlet.GenericServlet, init",
    "org.springframework.beans.factory.support.DefaultSingletonBeanRegistry, getSingleton",
    "com.google.common.base.Suppliers$MemoizingSupplier, get",
    "kotlin.SynchronizedLazyImpl, getValue"
  })
  void setUp_ofALibrary_isKnown(String className, String method) {
    assertThat(LibraryNames.get().setsUp(className, method)).isTrue();
  }

  @Test
  void threads_ofALibrary_areKnown() {
    LibraryNames names = LibraryNames.get();

    assertThat(names.isThreadMaker("io.grpc.internal.SharedResourceHolder")).isTrue();
    assertThat(names.isThreadMaker("org.quartz.core.QuartzSchedulerThread")).isTrue();
    assertThat(names.isThreadPerTask("org.springframework.core.task.SimpleAsyncTaskExecutor"))
        .isTrue();
    assertThat(names.isThreadCreator("org.springframework.util.CustomizableThreadCreator"))
        .isTrue();
  }

  @Test
  void failure_ofOkHttp_isReset() {
    assertThat(LibraryNames.get().failure("okhttp3.internal.http2.StreamResetException"))
        .isEqualTo(CallError.RESET);
  }
}
