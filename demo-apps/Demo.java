import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Starts the orders application with the agent, sends it a handful of requests, stops it and shows
 * what was logged: {@code java Demo.java AGENT_JAR ORDERS_JAR [--text | --all]}.
 *
 * <p>One file without dependencies, so that any JDK runs it as it is; the agent is on the child JVM
 * only. Exit code 1 if an answer or a line is not what it should be, above all if one of the
 * secrets sent is found in a line of the agent; 2 if the demo can't run.
 */
final class Demo {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration LINES_LIMIT = Duration.ofSeconds(10);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Made up for the demo; none of them may turn up in a line of the agent. */
  private static final String PASSWORD = "correct-horse-battery";

  private static final String TOKEN = "demo-access-token-31337";
  private static final String SESSION = "8f14e45fceea167a5a36dedd4bea2543";
  private static final String JWT =
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLW9mLXRoZS1kZW1v";

  /** What the application itself puts into the message of an exception. */
  private static final String GATEWAY_KEY = "demo-key-0123456789abcdef";

  private static final List<String> SECRETS = List.of(PASSWORD, TOKEN, SESSION, JWT, GATEWAY_KEY);

  /** One request of the demo and the status it has to end with. */
  private record Step(
      String title, int status, String method, String path, String body, String... headers) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("Read an order", 200, "GET", "/orders/1", null),
          new Step(
              "Search, with an access token in the query",
              200,
              "GET",
              "/orders/search?q=teapot&access_token=" + TOKEN,
              null),
          new Step(
              "Place an order, with a request ID of the caller's",
              201,
              "POST",
              "/orders",
              "{\"customer\":\"Ada"
                  + " Lovelace\",\"items\":[{\"sku\":\"apple\",\"quantity\":3,\"price\":0.55}]}",
              "Content-Type",
              "application/json",
              "X-Request-ID",
              "checkout-4711"),
          new Step(
              "Sign in, with credentials in query, form, Authorization and Cookie",
              204,
              "POST",
              "/login?user=ada&password=" + PASSWORD,
              "remember=true&password=" + PASSWORD,
              "Content-Type",
              "application/x-www-form-urlencoded",
              "Authorization",
              "Bearer " + JWT,
              "Cookie",
              "session=" + SESSION),
          new Step("Ask for an order that is not there", 404, "GET", "/orders/999", null),
          new Step("Ask for something slow", 200, "GET", "/orders/2/invoice", null),
          new Step(
              "Fail, with a secret in the exception's message",
              500,
              "POST",
              "/orders/3/payment",
              ""));

  /** A step that was done: the status that came back and the request ID in the response. */
  private record Outcome(Step step, int status, String requestId) {
    String heading(int number) {
      return String.format(
          Locale.ROOT,
          "%n# %d. %s: %s %s -> %d",
          number,
          step.title,
          step.method,
          step.path,
          status);
    }
  }

  private final Path agent;
  private final Path application;
  private final boolean text;
  private final boolean all;
  private final List<String> complaints = new ArrayList<>();

  private Demo(Path agent, Path application, boolean text, boolean all) {
    this.agent = agent;
    this.application = application;
    this.text = text;
    this.all = all;
  }

  public static void main(String[] args) throws InterruptedException {
    List<String> options = Arrays.asList(args).subList(Math.min(2, args.length), args.length);
    if (args.length < 2 || !List.of("--text", "--all").containsAll(options)) {
      System.err.println("usage: java Demo.java AGENT_JAR ORDERS_JAR [--text] [--all]");
      System.exit(2);
    }
    Demo demo =
        new Demo(
            Path.of(args[0]),
            Path.of(args[1]),
            options.contains("--text"),
            options.contains("--all"));
    try {
      System.exit(demo.run() ? 0 : 1);
    } catch (IOException e) {
      System.err.println("demo: " + e.getMessage());
      System.exit(2);
    }
  }

  /** Returns whether everything was as it should be. */
  private boolean run() throws IOException, InterruptedException {
    Path output = Files.createTempFile("sidelight-demo", ".log");
    try {
      List<Outcome> outcomes = serve(output);
      List<String> lines = readLines(output);
      List<String> agentLines = agentLines(lines);
      check(outcomes, agentLines);
      if (all) {
        lines.forEach(System.out::println);
      } else {
        show(outcomes, agentLines);
      }
    } finally {
      Files.deleteIfExists(output);
    }
    System.out.flush();
    complaints.forEach(complaint -> System.err.println("demo: " + complaint));
    return complaints.isEmpty();
  }

  private List<Outcome> serve(Path output) throws IOException, InterruptedException {
    int port = freePort();
    Process process = start(port, output);
    Thread cleaner = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      awaitStart(process, port, output);
      List<Outcome> outcomes = new ArrayList<>();
      for (Step step : STEPS) {
        outcomes.add(send(step, port));
      }
      awaitLines(outcomes, output);
      process.destroy(); // SIGTERM, where there is such a thing
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        complaints.add("the application did not stop within " + STOP_LIMIT.toSeconds() + " s");
      }
      return outcomes;
    } finally {
      process.destroyForcibly().waitFor();
      Runtime.getRuntime().removeShutdownHook(cleaner);
    }
  }

  private Process start(int port, Path output) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + agent);
    command.add("-Dsidelight.format=" + (text ? "text" : "json"));
    command.add("-Dsidelight.level.http=DEBUG"); // shows request_started, with query and headers
    command.add("-jar");
    command.add(application.toString());
    command.add("--server.address=127.0.0.1");
    command.add("--server.port=" + port);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SIDELIGHT_"));
    return builder.start();
  }

  private static void awaitStart(Process process, int port, Path output)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return;
      } catch (ConnectException | SocketTimeoutException notYet) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
    readLines(output).forEach(System.err::println);
    throw new IOException("the application did not start; its output is above");
  }

  private static Outcome send(Step step, int port) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + step.path))
            .timeout(Duration.ofSeconds(30))
            .method(
                step.method,
                step.body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(step.body));
    if (step.headers.length > 0) {
      request.headers(step.headers);
    }
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    String id = response.headers().firstValue("X-Request-ID").orElse("");
    return new Outcome(step, response.statusCode(), id);
  }

  /** Waits until the last request's line is there; what is missing then is told by the check. */
  private static void awaitLines(List<Outcome> outcomes, Path output)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LINES_LIMIT.toNanos();
    Outcome last = outcomes.get(outcomes.size() - 1);
    while (completions(last, agentLines(readLines(output))) == 0
        && !last.requestId.isEmpty()
        && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void check(List<Outcome> outcomes, List<String> agentLines) {
    for (Outcome outcome : outcomes) {
      String request = outcome.step.method + " " + outcome.step.path;
      if (outcome.status != outcome.step.status) {
        complaints.add(request + ": " + outcome.status + " instead of " + outcome.step.status);
      }
      if (outcome.requestId.isEmpty()) {
        complaints.add(request + ": no X-Request-ID in the response");
      } else if (completions(outcome, agentLines) != 1) {
        complaints.add(
            request + ": " + completions(outcome, agentLines) + " request_completed lines");
      }
    }
    if (agentLines.stream().anyMatch(Demo::isTrouble)) {
      complaints.add(
          "the agent had trouble: see its agent_warning or instrumentation_disabled line");
    }
    for (String secret : SECRETS) {
      if (agentLines.stream().anyMatch(line -> line.contains(secret))) {
        complaints.add("a line of the agent holds the secret " + secret);
      }
    }
  }

  private static boolean isTrouble(String line) {
    return line.contains("agent_warning") || line.contains("instrumentation_disabled");
  }

  private static long completions(Outcome outcome, List<String> agentLines) {
    return agentLines.stream()
        .filter(line -> line.contains("request_completed") && belongsTo(line, outcome))
        .count();
  }

  private static boolean belongsTo(String line, Outcome outcome) {
    String first = line.lines().findFirst().orElse("") + " ";
    return first.contains("\"request_id\":\"" + outcome.requestId + "\"")
        || first.contains(" request_id=" + outcome.requestId + " ");
  }

  private static void show(List<Outcome> outcomes, List<String> agentLines) {
    Map<Outcome, List<String>> byRequest = new LinkedHashMap<>();
    outcomes.forEach(outcome -> byRequest.put(outcome, new ArrayList<>()));
    List<String> others = new ArrayList<>();
    for (String line : agentLines) {
      outcomes.stream()
          .filter(outcome -> !outcome.requestId.isEmpty() && belongsTo(line, outcome))
          .findFirst()
          .map(byRequest::get)
          .orElse(others)
          .add(line);
    }
    System.out.println("# Outside requests");
    others.forEach(System.out::println);
    int number = 1;
    for (Map.Entry<Outcome, List<String>> request : byRequest.entrySet()) {
      System.out.println(request.getKey().heading(number++));
      request.getValue().forEach(System.out::println);
    }
  }

  private static final Pattern JSON = Pattern.compile("\\{\"ts\":.*\"event\":\".*");

  /** Date and time with a blank between them; Spring Boot's own pattern has a {@code T}. */
  private static final Pattern TEXT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*");

  /**
   * The agent's lines; those of an exception, which are indented, stay with the line they follow.
   */
  private static List<String> agentLines(List<String> lines) {
    List<String> found = new ArrayList<>();
    boolean inAgentLine = false;
    for (String line : lines) {
      boolean begins = JSON.matcher(line).matches() || TEXT.matcher(line).matches();
      if (begins) {
        found.add(line);
      } else if (inAgentLine && line.startsWith("\t")) {
        int last = found.size() - 1;
        found.set(last, found.get(last) + System.lineSeparator() + line);
        continue;
      }
      inAgentLine = begins;
    }
    return found;
  }

  private static List<String> readLines(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8).lines().toList();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
