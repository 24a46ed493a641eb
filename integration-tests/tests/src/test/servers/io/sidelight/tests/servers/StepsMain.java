package io.sidelight.tests.servers;

import java.io.File;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import kotlin.text.StringsKt;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A Spring Boot application whose methods are timed. Arguments: the folder that gets {@code port}
 * once the server listens, then Spring Boot's own.
 */
@EnableAutoConfiguration
@EnableAsync(proxyTargetClass = true)
@Configuration(proxyBeanMethods = false)
@Import({StepsMain.Pages.class, StepsMain.Pricing.class, StepsMain.Audit.class})
public class StepsMain {

  /** How long a price takes to come. */
  public static final long DELAY_MS = 50;

  public static void main(String[] args) throws IOException {
    ConfigurableApplicationContext context = SpringApplication.run(StepsMain.class, args);
    String port = context.getEnvironment().getProperty("local.server.port");
    File unfinished = new File(args[0], "port.tmp");
    Files.writeString(unfinished.toPath(), port);
    Files.move(unfinished.toPath(), new File(args[0], "port").toPath());
  }

  /** Of the application's own. */
  @Retention(RetentionPolicy.CLASS)
  @interface Timed {}

  interface Rounding {
    int places();

    default double round(double value) {
      double factor = Math.pow(10, places());
      return Math.round(value * factor) / factor;
    }
  }

  /** Behind a proxy, since one of its methods is asynchronous. */
  @Service
  static class Pricing implements Rounding {

    public double quote() {
      return round(100 - discount() - discount());
    }

    private double discount() {
      return 0.125;
    }

    @Override
    public int places() {
      return 2;
    }

    public int factorial(int number) {
      return number == 0 ? 1 : number * factorial(number - 1);
    }

    public double fails() {
      throw new IllegalArgumentException("no price with password=hunter2");
    }

    public CompletableFuture<String> later() {
      return CompletableFuture.supplyAsync(() -> "price", delayed());
    }

    public CompletableFuture<String> failsLater() {
      return CompletableFuture.supplyAsync(
          () -> {
            throw new IllegalStateException("no price came");
          },
          delayed());
    }

    @Async
    public CompletableFuture<String> elsewhere() {
      return CompletableFuture.completedFuture("price");
    }

    private static Executor delayed() {
      return CompletableFuture.delayedExecutor(DELAY_MS, TimeUnit.MILLISECONDS);
    }
  }

  @Service
  static class Audit {

    @Timed
    String checked() {
      return unchecked();
    }

    String unchecked() {
      return "checked";
    }
  }

  @RestController
  static class Pages {

    private final Pricing pricing;
    private final Audit audit;

    Pages(Pricing pricing, Audit audit) {
      this.pricing = pricing;
      this.audit = audit;
    }

    /** Whether the service is behind the proxy that the tests are about. */
    @GetMapping("/proxied")
    boolean proxied() {
      return AopUtils.isCglibProxy(pricing);
    }

    @GetMapping("/quote")
    double quote() {
      return pricing.quote();
    }

    @GetMapping("/factorial")
    int factorial() {
      return pricing.factorial(5);
    }

    @GetMapping("/fails")
    String fails() {
      try {
        return "price " + pricing.fails();
      } catch (IllegalArgumentException e) {
        return e.getMessage().substring(0, 8);
      }
    }

    @GetMapping("/later")
    String later() {
      return pricing.later().join();
    }

    @GetMapping("/fails-later")
    String failsLater() {
      return pricing.failsLater().handle((price, thrown) -> thrown.getCause().getMessage()).join();
    }

    /** Answers before the price comes. */
    @GetMapping("/outlives")
    String outlives() {
      pricing.later();
      return "not waited for";
    }

    @GetMapping("/elsewhere")
    String elsewhere() {
      return pricing.elsewhere().join();
    }

    @GetMapping("/audit")
    String audit() {
      return audit.checked();
    }

    /** A top-level function of Kotlin. */
    @GetMapping("/kotlin")
    String kotlin() {
      return StringsKt.substringAfter("before.after", ".", "nothing");
    }

    /** Loads a class of Kotlin that has suspend functions. */
    @GetMapping("/suspending")
    String suspending() throws ClassNotFoundException {
      return Class.forName("kotlin.sequences.SequenceScope").getSimpleName();
    }
  }
}
