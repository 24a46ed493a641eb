package io.sidelight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNameTest {

  @TempDir Path folder;

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  @ParameterizedTest
  @CsvSource({
    "shop.jar, shop",
    "/srv/shop-1.2.jar, shop",
    "C:\\apps\\shop.jar, shop",
    "/srv/my shop/the shop.jar, the shop",
    "orders-1.2.3-SNAPSHOT.jar, orders",
    "orders-1.2.3-SNAPSHOT-exec.jar, orders",
    "orders-1.2.3.RELEASE.jar, orders",
    "orders-1.0-20261130.101500-7.jar, orders",
    "orders-v2.jar, orders",
    "orders_2.13-1.0.jar, orders",
    "orders-2026.11+build.5.war, orders",
    "orders-SNAPSHOT.jar, orders",
    "orders-2-runner.jar, orders",
    "orders-3-RC1.jar, orders",
    "orders-3.0.0-rc.1.jar, orders",
    "orders-exec.jar, orders-exec",
    "oauth2-server-1.jar, oauth2-server",
    "team-7-orders.jar, team-7-orders",
    "team-7-orders-1.2.jar, team-7-orders",
    "app.jar, app",
    "SHOP.JAR, SHOP"
  })
  void service_startedFromAJar_isTheJarsNameWithoutItsVersion(String jar, String service) {
    assertThat(started(jar + " --port 80", jar)).isEqualTo(service);
    assertThat(started(jar, jar)).isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Shop, classes, com.acme.Shop",
    "com.acme.Shop --port 80, /srv/lib.jar, com.acme.Shop",
    "com.acme.shop/com.acme.Shop --port 80, '', com.acme.Shop",
    "com.acme.Shop, , com.acme.Shop",
    "org.apache.kafka.Kafka server.properties, libs/a.jar, org.apache.kafka.Kafka",
  })
  void service_startedFromAClass_isTheClass(String command, String classPath, String service) {
    assertThat(started(command, classPath)).isEqualTo(service);
  }

  @Test
  void service_unknownCommand_isNone() {
    assertThat(started(null, "shop.jar")).isNull();
    assertThat(started("", "shop.jar")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.boot.loader.launch.JarLauncher, none",
    "org.springframework.boot.loader.PropertiesLauncher, none",
    "io.quarkus.bootstrap.runner.QuarkusEntryPoint, a.jar:b.jar",
    "org.codehaus.plexus.classworlds.launcher.Launcher spring-boot:run, m.jar",
    "worker.org.gradle.process.internal.worker.GradleWorkerMain 'Gradle Test', g.jar",
    "org.gradle.launcher.daemon.bootstrap.GradleDaemon 8.5, g.jar",
    "com.intellij.rt.junit.JUnitStarter -ideVersion5 com.acme.ShopTest, i.jar",
    "scala.tools.nsc.MainGenericRunner Shop, s.jar",
    "groovy.ui.GroovyMain shop.groovy, g.jar",
    "clojure.main -m shop.core, c.jar",
    "play.core.server.ProdServerStart, p.jar",
    "io.micronaut.function.executor.FunctionApplication, m.jar",
    "org.apache.catalina.startup.Bootstrap start, bootstrap.jar:tomcat-juli.jar",
    "/home/me/.m2/surefire/surefirebooter123.jar /home/me/x,"
        + " /home/me/.m2/surefire/surefirebooter123.jar",
    "/opt/jetty/start.jar, /opt/jetty/start.jar",
    "quarkus-run.jar, quarkus-run.jar",
  })
  void service_startedByALauncher_isNeverTheLauncher(String command, String classPath) {
    assertThat(started(command, classPath)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "org.apache.catalina.startup.Bootstrap start, bootstrap.jar:juli.jar, catalina.base,"
        + " /srv/orders, orders",
    "org.apache.catalina.startup.Bootstrap start, bootstrap.jar:juli.jar, catalina.base,"
        + " /opt/apache-tomcat-10.1.31/, apache-tomcat",
    "/opt/jetty/start.jar, /opt/jetty/start.jar, jetty.base, /srv/shop-base, shop-base",
    "/opt/wildfly/jboss-modules.jar -mp modules org.jboss.as.standalone,"
        + " /opt/wildfly/jboss-modules.jar, jboss.home.dir, /opt/wildfly-30.0.0.Final, wildfly",
    "com.sun.enterprise.glassfish.bootstrap.ASMain -upgrade false, glassfish.jar:x.jar,"
        + " com.sun.aas.instanceRoot, /opt/glassfish/domains/shop, shop",
  })
  void service_ofAServer_isItsInstance(
      String command, String classPath, String property, String folder, String service) {
    properties.put(property, folder);
    assertThat(started(command, classPath)).isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({
    "com.intellij.rt.execution.application.AppMainV2 com.acme.Shop --port 80, com.acme.Shop",
    "jdk.compiler/com.sun.tools.javac.launcher.Main src/Shop.java --port 80, Shop",
    "com.sun.tools.javac.launcher.SourceLauncher Shop.java, Shop",
  })
  void service_namedBehindItsLauncher_isFound(String command, String service) {
    assertThat(started(command, "classes")).isEqualTo(service);
  }

  @Test
  void service_ofAQuarkusFolder_isItsOnlyApplication() throws IOException {
    Files.createDirectories(folder.resolve("app"));
    Files.createFile(folder.resolve("app/orders-1.0.0-SNAPSHOT.jar"));
    String jar = folder.resolve("quarkus-run.jar").toString();

    assertThat(started(jar, jar)).isEqualTo("orders");
  }

  @Test
  void service_ofAnUnpackedBootApplication_isItsMainClass() throws IOException {
    Files.createDirectories(folder.resolve("META-INF"));
    Files.writeString(
        folder.resolve("META-INF/MANIFEST.MF"),
        "Manifest-Version: 1.0\nStart-Class: com.acme.Shop\n");

    assertThat(started("org.springframework.boot.loader.launch.JarLauncher", folder + ":x.jar"))
        .isEqualTo("com.acme.Shop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop-1.2.jar", "org.apache.catalina.startup.Bootstrap"})
  void service_namedForSpringAtTheStart_isThat(String main) {
    variables.put("SPRING_APPLICATION_NAME", "by-variable");
    assertThat(started(main, "shop-1.2.jar")).isEqualTo("by-variable");

    properties.put("spring.application.name", "by-property");
    assertThat(started(main, "shop-1.2.jar")).isEqualTo("by-property");

    String arguments = " --x --spring.application.name=by-argument --y";
    assertThat(started(main + arguments, "shop-1.2.jar")).isEqualTo("by-argument");
  }

  @Test
  void service_namedWithAPlaceholder_isNotThat() {
    variables.put("SPRING_APPLICATION_NAME", "${SHOP}");

    assertThat(started("shop-1.2.jar", "shop-1.2.jar")).isEqualTo("shop");
  }

  private @Nullable String started(@Nullable String command, String classPath) {
    properties.put("sun.java.command", command);
    properties.put("java.class.path", classPath);
    return new ServiceName(properties::get, variables::get).find();
  }
}
