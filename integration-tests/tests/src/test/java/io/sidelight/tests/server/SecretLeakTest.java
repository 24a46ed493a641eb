package io.sidelight.tests.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.PlantedSecrets;
import io.sidelight.tests.harness.RewrittenJar;
import io.sidelight.tests.harness.Settings;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No secret leaves: whatever door of a running service one comes in by, it is in no file and no
 * stream that the agent writes, at any level, in any form. What is no secret is there, so that
 * silence is no success; and without redaction the secrets are there too, so that their absence is
 * no accident.
 */
final class SecretLeakTest {

  private static final List<String> CANARIES =
      List.of(
          "canary-path",
          "canary-exception",
          "canary-root",
          "canary-call",
          "canary-again",
          "canary-refused",
          "canary-pooled",
          "canary-job",
          "canary-user",
          "canary-method",
          "SecretLeaksServlet.Steps.charge",
          "canary_name",
          "[REDACTED]");

  private static final List<String> CANARIES_AT_DEBUG = List.of("canary-query", "canary-header");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "level=DEBUG format=json schema=native output=stdout",
        "level=INFO format=json schema=native output=agent.log",
        "level=DEBUG format=json schema=ecs output=agent.log",
        "level=DEBUG format=json schema=otel output=stdout",
        "level=DEBUG format=json schema=gcp output=stderr",
        "level=DEBUG format=text schema=native output=stdout",
        "level=INFO format=text schema=native output=agent.log",
      })
  void secret_byAnyDoor_isInNothingThatTheAgentWrites(String options) throws IOException {
    PlantedSecrets planted = new PlantedSecrets();
    Map<String, String> written = run(planted, Settings.agentJar(), options);
    String all = String.join("\n", written.values());
    for (String canary : CANARIES) {
      assertThat(all).as("%s with %s", canary, options).contains(canary);
    }
    if (options.contains("DEBUG")) {
      for (String canary : CANARIES_AT_DEBUG) {
        assertThat(all).as("%s with %s", canary, options).contains(canary);
      }
    }
    written.forEach(
        (file, text) -> assertThat(planted.in(text)).as("in %s with %s", file, options).isEmpty());
  }

  @Test
  void secret_withoutRedaction_isWritten() throws IOException {
    PlantedSecrets planted = new PlantedSecrets();
    Path broken = RewrittenJar.withoutRedaction(folder);
    Map<String, String> written =
        run(planted, broken, "level=DEBUG format=json schema=native output=stdout");
    assertThat(planted.in(requireNonNull(written.get("stdout")))).containsAll(planted.shown());
  }

  /** Sends a secret through each door, and gives what was written, by file. */
  private static Map<String, String> run(PlantedSecrets planted, Path jar, String options)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(options.split(" ")));
    all.add("output.max-size=16KB");
    all.add("output.max-files=100");
    all.add("steps=io.sidelight.tests.leaks.SecretLeaksServlet$Steps#*");
    all.add("user-id.from=header:X-User");
    Setup setup =
        Setup.agent(jar, all.toArray(new String[0]))
            .before(
                "-Dsidelight.user-id.hash-key=" + planted.secret("secret option"),
                "-Dsidelight.debug.secret=" + planted.secret("secret for debugging"),
                "-Dsidelight.debug.secrett=" + planted.secret("misspelled option"),
                "-Dsidelight.slow.dependency=password=" + planted.secret("bad value of an option"),
                "-Dsidelight.requests.ignore=/a?token=" + planted.shown("value of an option"));
    TestedRelease target = TestedRelease.newest(new SecretLeaksOnTomcat(), "10.1", Jdks.newest());
    String suite = "leaks-" + options + (jar.equals(Settings.agentJar()) ? "" : "-open");
    RunningService server = RunningService.open(target, suite, setup);
    try {
      requests(server, planted);
      bodies(server, planted);
      answers(server, planted);
      inside(server, planted);
    } finally {
      server.close();
    }
    return written(server.work());
  }

  private static void requests(RunningService server, PlantedSecrets planted) {
    String path =
        "/canary-path/reset-password/"
            + planted.shown("path")
            + ";jsessionid="
            + planted.shown("matrix parameter")
            + "/"
            + planted.shaped("path by shape", gitHubToken(1));
    String query =
        "?canary_name=canary-query&password="
            + planted.shown("query")
            + "&user%5Bpassword%5D="
            + planted.shown("query with an encoded key")
            + "&next=https%3A%2F%2Fh%2F%3Faccess_token%3D"
            + planted.shown("query with an encoded URL")
            + "&"
            + planted.shaped("name in a query", gitHubToken(2))
            + "=1&"
            + planted.shaped("name alone in a query", jwt("name"))
            + "&q="
            + planted.shaped("query by shape", "AKIA" + "QZ7XKVWB2345TUVA");
    send(
        server,
        server
            .request(path + query)
            .header("X-Canary", "canary-header")
            .header("X-User", "canary-user")
            .header("Authorization", "Bearer " + planted.shown("Authorization"))
            .header("Proxy-Authorization", "Basic " + planted.shown("Proxy-Authorization"))
            .header("Cookie", "theme=dark; sid=" + planted.shown("Cookie"))
            .header("X-Api-Key", planted.shown("X-Api-Key"))
            .header("X-Acme-Token", planted.shown("a token header of one's own"))
            .header("X-Note", "sent " + planted.shaped("header by shape", jwt("note")) + " along")
            .header("Referer", "https://h/a?token=" + planted.shown("Referer"))
            .header("X-Original-URL", "/reset/" + planted.shown("X-Original-URL"))
            .header("Content-Type", "text/plain;token=" + planted.shown("Content-Type"))
            .header("X-Request-ID", "no id password=" + planted.secret("refused request ID")));
    send(
        server,
        server
            .request("/user")
            .header("X-User", planted.shaped("user", jwt("user")))
            .header("X-Request-ID", planted.shaped("request ID", gitHubToken(3))));
    String host = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    server.rawAnswer(planted.shaped("method", gitHubToken(4)) + " /canary-method" + host);
    server.rawAnswer("GET /bad|?password=" + planted.secret("refused request") + host);
    server.rawAnswer("GET http://bob:" + planted.secret("absolute form") + "@localhost/x" + host);
  }

  private static void bodies(RunningService server, PlantedSecrets planted) {
    body(server, "application/x-www-form-urlencoded", "a=b&password=" + planted.secret("form"));
    body(
        server,
        "application/json",
        "{\"user\":{\"password\":\"" + planted.secret("JSON") + "\"},\"n\":1}");
    body(
        server,
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n"
            + planted.secret("multipart")
            + "\r\n"
            + "--x\r\n"
            + "Content-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\n"
            + "token="
            + planted.secret("file in multipart")
            + "\r\n--x--\r\n");
  }

  private static void answers(RunningService server, PlantedSecrets planted) {
    ask(
        server,
        "respond",
        planted.secret("Set-Cookie"),
        planted.secret("response header"),
        planted.secret("Location"),
        planted.shown("Content-Type of a response"));
    ask(
        server,
        "fail",
        planted.shown("message of the root cause"),
        planted.shown("message of a suppressed exception"),
        planted.shown("message of a cause"),
        planted.shown("suppressed exception of a cause"),
        planted.shown("message of an exception"),
        planted.shown("connection string in an exception"));
    ask(server, "error", planted.secret("message of sendError"));
  }

  private static void inside(RunningService server, PlantedSecrets planted) {
    ask(
        server,
        "log",
        planted.secret("MDC key"),
        planted.secret("MDC value"),
        planted.secret("argument of a message"),
        planted.secret("key-value pair"),
        planted.secret("exception in the log"),
        planted.secret("message of java.util.logging"));
    ask(
        server,
        "call",
        planted.secret("user information of a call"),
        planted.shown("path of a call"),
        planted.shown("matrix parameter of a call"),
        planted.shown("query of a call"),
        planted.secret("fragment of a call"),
        planted.shown("header of a call"),
        planted.shaped("path of a call by shape", gitHubToken(5)),
        planted.shown("matrix parameter of another call"),
        planted.shown("query of another call"),
        planted.shown("cookie of a call"),
        planted.shown("path of a refused call"),
        planted.secret("query of a refused call"));
    ask(
        server,
        "thread",
        planted.shown("name of a thread"),
        planted.shown("query of a call on a thread"),
        planted.shown("query of a call in a job"),
        planted.shown("path of a call in a job"),
        planted.shaped("name of a job's thread", gitHubToken(6)));
    ask(server, "step", planted.secret("failure of a step"));
  }

  private static void body(RunningService server, String type, String body) {
    RequestBody sent =
        RequestBody.create(body.getBytes(StandardCharsets.UTF_8), MediaType.get(type));
    send(server, server.request("/body").header("X-Do", "body").post(sent));
  }

  private static void ask(RunningService server, String what, String... secrets) {
    String plan =
        Base64.getEncoder()
            .encodeToString(String.join(",", secrets).getBytes(StandardCharsets.UTF_8));
    send(server, server.request("/" + what).header("X-Do", what).header("X-Plan", plan));
  }

  private static void send(RunningService server, Request.Builder request) {
    server.answer(server.http1(), request.build());
  }

  /** All that is neither the application's nor the server's. */
  private static Map<String, String> written(Path work) throws IOException {
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(work)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith("application-") && !name.equals("port")) {
          written.put(name, Files.readString(file));
        }
      }
    }
    return written;
  }

  private static String gitHubToken(int number) {
    return "ghp_" + number + "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ";
  }

  private static String jwt(String subject) {
    return encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
        + "."
        + encoded("{\"sub\":\"" + subject + "\"}")
        + "."
        + encoded("no signature at all");
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
