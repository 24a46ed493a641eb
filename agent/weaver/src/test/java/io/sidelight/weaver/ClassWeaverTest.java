package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassWeaverTest extends WeaverContract {

  /** As in the agent jar, whose loader finds resources of the agent only. */
  private static final ClassLoader AGENT_ONLY =
      new ClassLoader() {
        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
          return name.startsWith("java/") ? null : super.getResourceAsStream(name);
        }
      };

  @Test
  void weave_jdkClassWhoseSupertypesAdviceNeeds_findsThemInTheJdk() throws Exception {
    Index.Target target = new Index(SampleInstrumentation.all()).targets("java/util/Timer").get(0);
    Set<JoinPoint> missing = new HashSet<>();
    byte[] woven = new ClassWeaver(AGENT_ONLY).weave(target, null, timer(), missing);
    assertThat(missing).isEmpty();
    assertThat(woven).isNotEqualTo(timer());
  }

  @Test
  void weave_classFileOfALaterJava_keepsItsVersion() throws Exception {
    Index.Target target = new Index(SampleInstrumentation.all()).targets("java/util/Timer").get(0);
    byte[] later = timer();
    later[7] = 99;
    byte[] woven = new ClassWeaver(AGENT_ONLY).weave(target, null, later, new HashSet<>());
    assertThat(woven[7]).isEqualTo((byte) 99);
    assertThat(later[7]).isEqualTo((byte) 99);
    assertThat(woven).hasSizeGreaterThan(later.length);
  }

  private static byte[] timer() throws IOException {
    try (InputStream in =
        ClassLoader.getPlatformClassLoader().getResourceAsStream("java/util/Timer.class")) {
      return in.readAllBytes();
    }
  }
}
