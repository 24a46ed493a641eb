package io.sidelight.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkToolTest {

  @ParameterizedTest
  @ValueSource(strings = {"jdk.compiler", "jdk.jcmd", "jdk.jartool", "java.base", "jdk.jshell"})
  void tool_moduleOfTheJdk_isRecognised(String mainModule) {
    assertThat(JdkTool.isTool(mainModule)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.shop", "jdkshop", "javax.shop", "shop.jdk.compiler"})
  void tool_moduleOfAnApplication_isNone(String mainModule) {
    assertThat(JdkTool.isTool(mainModule)).isFalse();
  }

  @Test
  void tool_noMainModule_isNone() {
    assertThat(JdkTool.isTool(null)).isFalse();
  }
}
