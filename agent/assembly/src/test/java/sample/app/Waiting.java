package sample.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Answers each line with what {@link Probe} says, until there are no more. */
final class Waiting {

  private Waiting() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    while (in.readLine() != null) {
      System.out.println("agent " + Probe.agentStarted());
    }
  }
}
