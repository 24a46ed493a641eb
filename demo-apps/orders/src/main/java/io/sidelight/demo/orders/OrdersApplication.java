package io.sidelight.demo.orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A small order service, as it would be without any agent. */
@SpringBootApplication
public class OrdersApplication {
  /** Starts the service on {@code server.port}. */
  public static void main(String[] args) {
    SpringApplication.run(OrdersApplication.class, args);
  }
}
