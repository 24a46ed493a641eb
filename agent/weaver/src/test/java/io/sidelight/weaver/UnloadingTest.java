package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An application that is undeployed takes its loader, its classes and their advice with it. */
class UnloadingTest extends WeaverContract {

  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

  @Test
  void loader_ofAWovenLibrary_isCollectedAfterUse() throws Throwable {
    Reference<ClassLoader> loader = use();
    assertThat(collectedWithin(30, TimeUnit.SECONDS)).isSameAs(loader);
  }

  private Reference<ClassLoader> use() throws Throwable {
    LibraryLoader loader = new LibraryLoader();
    assertThat(loader.call("Scenarios$Optional", "in")).isEqualTo("in!");
    assertThat(Recorder.calls()).hasSize(2);
    Recorder.clear();
    return new PhantomReference<>(loader, collected);
  }

  private @Nullable Reference<?> collectedWithin(long time, TimeUnit unit)
      throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(time);
    Reference<?> reference = null;
    while (reference == null && System.nanoTime() < deadline) {
      System.gc();
      reference = collected.remove(100);
    }
    return reference;
  }
}
