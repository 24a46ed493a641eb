package io.sidelight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceNameTest {

  @ParameterizedTest
  @CsvSource({
    "shop.jar, shop.jar, shop",
    "/srv/shop-1.2.jar --port 80, /srv/shop-1.2.jar, shop-1.2",
    "C:\\apps\\shop.jar, C:\\apps\\shop.jar, shop",
    "/srv/my shop/the shop.jar x, /srv/my shop/the shop.jar, the shop",
  })
  void service_startedFromAJar_isTheJarsName(String command, String classPath, String service) {
    assertThat(ServiceName.of(command, classPath)).isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Shop, classes, com.acme.Shop",
    "com.acme.Shop --port 80, /srv/lib.jar, com.acme.Shop",
    "com.acme.shop/com.acme.Shop --port 80, '', com.acme.Shop",
    "com.acme.Shop, , com.acme.Shop",
  })
  void service_startedFromAClass_isTheClass(String command, String classPath, String service) {
    assertThat(ServiceName.of(command, classPath)).isEqualTo(service);
  }

  @Test
  void service_unknownCommand_isNone() {
    assertThat(ServiceName.of(null, "shop.jar")).isNull();
    assertThat(ServiceName.of("", "shop.jar")).isNull();
  }
}
