package io.sidelight.tests.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Starts the server and, once it is ready, writes its port to {@code port} in the work folder. */
@SpringBootApplication
public class BootApplication {

  public static void main(String[] args) {
    SpringApplication.run(BootApplication.class, args);
  }

  @EventListener
  public void announce(ApplicationReadyEvent event) throws IOException {
    String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
    Path work = Path.of(System.getProperty("contract.work"));
    Path unfinished = Files.writeString(work.resolve("port.tmp"), port);
    Files.move(unfinished, work.resolve("port"));
  }
}
