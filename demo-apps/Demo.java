import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the orders and the inventory service with the agent, sends orders a handful of requests,
 * some of which make it call inventory, lets one fail again with its DEBUG lines kept, stops both
 * and shows what was logged: {@code java Demo.java
 * AGENT_JAR ORDERS_JAR INVENTORY_JAR [--text | --all]}.
 *
 * <p>One file without dependencies, so that any JDK runs it as it is; the agent is on the child
 * JVMs only. Exit code 1 if an answer or a line is not what it should be: above all if a secret
 * that was sent is in a line of the agent, or a request that crosses does not have the same ID in
 * the lines of both services; 2 if the demo can't run.
 */
final class Demo {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration LINES_LIMIT = Duration.ofSeconds(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Made up for the demo; none of them may turn up in a line of the agent. */
  private static final String PASSWORD = "correct-horse-battery";

  private static final String TOKEN = "demo-access-token-31337";
  private static final String SESSION = "8f14e45fceea167a5a36dedd4bea2543";
  private static final String JWT =
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLW9mLXRoZS1kZW1v";

  /** What orders shows to inventory, in a query and in a header. */
  private static final String INVENTORY_TOKEN = "demo-inventory-token-42";

  /** What the application itself puts into the message of an exception. */
  private static final String GATEWAY_KEY = "demo-key-0123456789abcdef";

  /** What it puts into a line that it writes at DEBUG. */
  private static final String CARD = "4111 1111 1111 1111";

  private static final List<String> SECRETS =
      List.of(PASSWORD, TOKEN, SESSION, JWT, INVENTORY_TOKEN, GATEWAY_KEY, CARD);

  /**
   * One request of the demo.
   *
   * @param status it has to end with
   * @param calls that orders makes to inventory for it
   * @param arrivals at inventory: the calls, and what a client repeats by itself
   */
  private record Step(
      String title,
      int status,
      int calls,
      int arrivals,
      String method,
      String path,
      String body,
      List<String> headers) {

    static Step get(String title, int status, String path) {
      return new Step(title, status, 0, 0, "GET", path, null, List.of());
    }

    static Step post(String title, int status, String path, String body, String... headers) {
      return new Step(title, status, 0, 0, "POST", path, body, List.of(headers));
    }

    Step crossing(int calls, int arrivals) {
      return new Step(title, status, calls, arrivals, method, path, body, headers);
    }
  }

  private static final List<Step> STEPS =
      List.of(
          Step.get("Read an order", 200, "/orders/1"),
          Step.get(
              "Search, with an access token in the query",
              200,
              "/orders/search?q=teapot&access_token=" + TOKEN),
          Step.post(
                  "Place an order, with a request ID of the caller's; inventory asks to try again",
                  201,
                  "/orders",
                  "{\"customer\":\"Ada"
                      + " Lovelace\",\"items\":[{\"sku\":\"apple\",\"quantity\":3,\"price\":0.55}]}",
                  "Content-Type",
                  "application/json",
                  "X-Request-ID",
                  "checkout-4711")
              .crossing(1, 2),
          Step.get("Ask inventory for two articles at once", 200, "/orders/1/availability")
              .crossing(2, 2),
          Step.get("Ask for something slow: inventory is", 200, "/orders/2/delivery")
              .crossing(1, 1),
          Step.post(
              "Sign in, with credentials in query, form, Authorization and Cookie",
              204,
              "/login?user=ada&password=" + PASSWORD,
              "remember=true&password=" + PASSWORD,
              "Content-Type",
              "application/x-www-form-urlencoded",
              "Authorization",
              "Bearer " + JWT,
              "Cookie",
              "session=" + SESSION),
          Step.get("Ask for an order that is not there", 404, "/orders/999"),
          Step.post(
              "Fail, with a secret in the exception's message", 500, "/orders/3/payment", ""));

  /** The last of them once more, and what only lines at DEBUG tell of it. */
  private static final Step AGAIN =
      Step.post(
          "Fail again, now that DEBUG lines are kept for requests that fail",
          500,
          "/orders/3/payment",
          "");

  private static final String KEPT = "Order 3 has";

  /** A step that was done: the status that came back and the request ID in the response. */
  private record Outcome(Step step, int status, String requestId) {
    String request() {
      return step.method + " " + step.path;
    }

    String heading(int number) {
      return String.format(
          Locale.ROOT, "%n# %d. %s: %s -> %d", number, step.title, request(), status);
    }
  }

  private final Path agent;
  private final Path ordersJar;
  private final Path inventoryJar;
  private final boolean text;
  private final boolean all;

  private Demo(Path agent, Path ordersJar, Path inventoryJar, boolean text, boolean all) {
    this.agent = agent;
    this.ordersJar = ordersJar;
    this.inventoryJar = inventoryJar;
    this.text = text;
    this.all = all;
  }

  public static void main(String[] args) throws InterruptedException {
    List<String> options = Arrays.asList(args).subList(Math.min(3, args.length), args.length);
    if (args.length < 3 || !List.of("--text", "--all").containsAll(options)) {
      System.err.println(
          "usage: java Demo.java AGENT_JAR ORDERS_JAR INVENTORY_JAR [--text] [--all]");
      System.exit(2);
    }
    Demo demo =
        new Demo(
            Path.of(args[0]),
            Path.of(args[1]),
            Path.of(args[2]),
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
    int[] ports = freePorts(2);
    List<String> complaints = new ArrayList<>();
    try (Service inventory = new Service("inventory", ports[0], agent);
        Service orders = new Service("orders", ports[1], agent)) {
      startBoth(orders, inventory);
      List<Outcome> outcomes = new ArrayList<>();
      for (Step step : STEPS) {
        outcomes.add(send(step, orders.port));
      }
      orders.set("debug.on-failure=true");
      outcomes.add(send(AGAIN, orders.port));
      awaitLines(outcomes, orders, inventory);
      for (Service service : List.of(orders, inventory)) {
        if (!service.stop()) {
          complaints.add(service.name + " did not stop within " + STOP_LIMIT.toSeconds() + " s");
        }
      }
      complaints.addAll(check(outcomes, orders.agentLines(), inventory.agentLines()));
      if (all) {
        showAll(inventory, orders);
      } else {
        show(outcomes, orders.agentLines(), inventory.agentLines());
      }
    }
    System.out.flush();
    complaints.forEach(complaint -> System.err.println("demo: " + complaint));
    return complaints.isEmpty();
  }

  private void startBoth(Service orders, Service inventory)
      throws IOException, InterruptedException {
    String format = "-Dsidelight.format=" + (text ? "text" : "json");
    inventory.start(List.of(format), inventoryJar, Integer.toString(inventory.port));
    orders.start(
        List.of(
            format,
            "-Dsidelight.config=" + orders.optionsFile,
            "-Dsidelight.level.http=DEBUG", // shows request_started, with query and headers
            "-Dsidelight.dependencies=inventory=127.0.0.1"),
        ordersJar,
        "--server.address=127.0.0.1",
        "--server.port=" + orders.port,
        "--inventory.url=http://127.0.0.1:" + inventory.port);
    inventory.awaitStart();
    orders.awaitStart();
  }

  private static Outcome send(Step step, int port) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + step.path))
            .timeout(Duration.ofSeconds(30))
            .method(
                step.method,
                step.body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(step.body));
    if (!step.headers.isEmpty()) {
      request.headers(step.headers.toArray(new String[0]));
    }
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    String id = response.headers().firstValue("X-Request-ID").orElse("");
    return new Outcome(step, response.statusCode(), id);
  }

  /** Waits until every line is there; what is missing then is told by the check. */
  private static void awaitLines(List<Outcome> outcomes, Service orders, Service inventory)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LINES_LIMIT.toNanos();
    while (!check(outcomes, orders.agentLines(), inventory.agentLines()).isEmpty()
        && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** What is not as it should be, a sentence each. */
  private static List<String> check(
      List<Outcome> outcomes, List<String> orders, List<String> inventory) {
    List<String> complaints = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      String request = outcome.request() + ": ";
      Step step = outcome.step;
      if (outcome.status != step.status) {
        complaints.add(request + outcome.status + " instead of " + step.status);
      }
      if (outcome.requestId.isEmpty()) {
        complaints.add(request + "no X-Request-ID in the response");
        continue;
      }
      expect(1, "request_completed", outcome, orders, request + "orders", complaints);
      expect(step.calls, "dependency_call", outcome, orders, request + "orders", complaints);
      expect(
          step.arrivals,
          "request_completed",
          outcome,
          inventory,
          request + "inventory",
          complaints);
      expect(step == AGAIN ? 1 : 0, KEPT, outcome, orders, request + "orders", complaints);
    }
    checkLines("orders", orders, complaints);
    checkLines("inventory", inventory, complaints);
    return complaints;
  }

  private static void checkLines(String service, List<String> lines, List<String> complaints) {
    if (lines.stream().anyMatch(Demo::isTrouble)) {
      complaints.add(
          "the agent had trouble in "
              + service
              + ": see its agent_warning or instrumentation_disabled line");
    }
    for (String secret : SECRETS) {
      if (lines.stream().anyMatch(line -> line.contains(secret))) {
        complaints.add("a line of the agent in " + service + " holds the secret " + secret);
      }
    }
  }

  private static void expect(
      int wanted,
      String event,
      Outcome outcome,
      List<String> lines,
      String where,
      List<String> complaints) {
    long found =
        lines.stream().filter(line -> line.contains(event) && belongsTo(line, outcome)).count();
    if (found != wanted) {
      complaints.add(where + " has " + found + " " + event + " lines instead of " + wanted);
    }
  }

  private static boolean isTrouble(String line) {
    return line.contains("agent_warning") || line.contains("instrumentation_disabled");
  }

  private static boolean belongsTo(String line, Outcome outcome) {
    String first = line.lines().findFirst().orElse("") + " ";
    return first.contains("\"request_id\":\"" + outcome.requestId + "\"")
        || first.contains(" request_id=" + outcome.requestId + " ");
  }

  /** The lines of both services by request, each request's in the sequence of their times. */
  private static void show(List<Outcome> outcomes, List<String> orders, List<String> inventory) {
    Map<Outcome, List<String>> byRequest = new LinkedHashMap<>();
    outcomes.forEach(outcome -> byRequest.put(outcome, new ArrayList<>()));
    List<String> lines = new ArrayList<>(orders);
    lines.addAll(inventory);
    lines.sort(Comparator.comparing(Demo::time));
    List<String> others = new ArrayList<>();
    for (String line : lines) {
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

  private static void showAll(Service... services) throws IOException {
    for (Service service : services) {
      System.out.println("# Everything that " + service.name + " printed");
      service.lines().forEach(System.out::println);
    }
  }

  private static final Pattern JSON = Pattern.compile("\\{\"ts\":\"([^\"]*)\".*");

  /** Date and time with a blank between them; Spring Boot's own pattern has a {@code T}. */
  private static final Pattern TEXT =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) .*");

  private static boolean isAgentLine(String line) {
    return JSON.matcher(line).matches() || TEXT.matcher(line).matches();
  }

  /** As it stands in the line; one format has only one kind. */
  private static String time(String agentLine) {
    String first = agentLine.lines().findFirst().orElse("");
    Matcher json = JSON.matcher(first);
    if (json.matches()) {
      return json.group(1);
    }
    Matcher text = TEXT.matcher(first);
    return text.matches() ? text.group(1) : "";
  }

  private static int[] freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  /** A child JVM with the agent that serves on a port; closing it takes its traces away. */
  private static final class Service implements AutoCloseable {
    private final String name;
    private final int port;
    private final Path agent;
    private final Path output;
    private final Path optionsFile;
    private final Thread killer = new Thread(this::kill);
    private Process process;

    Service(String name, int port, Path agent) throws IOException {
      this.name = name;
      this.port = port;
      this.agent = agent;
      this.output = Files.createTempFile("sidelight-demo-" + name, ".log");
      this.optionsFile = Files.createTempFile("sidelight-demo-" + name, ".properties");
    }

    /** Sets an option of the agent while the service runs, and waits until it has taken it over. */
    void set(String option) throws IOException, InterruptedException {
      Files.writeString(optionsFile, "sidelight." + option + "\n");
      long deadline = System.nanoTime() + LINES_LIMIT.toNanos();
      while (lines().stream().noneMatch(line -> line.contains("config_changed"))
          && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }

    void start(List<String> options, Path jar, String... arguments) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-javaagent:" + agent);
      command.addAll(options);
      command.add("-jar");
      command.add(jar.toString());
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(variable -> variable.startsWith("SIDELIGHT_"));
      builder.environment().put("INVENTORY_TOKEN", INVENTORY_TOKEN);
      Runtime.getRuntime().addShutdownHook(killer);
      process = builder.start();
    }

    void awaitStart() throws IOException, InterruptedException {
      long deadline = System.nanoTime() + START_LIMIT.toNanos();
      while (process.isAlive() && System.nanoTime() < deadline) {
        try (Socket socket = new Socket()) {
          socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
          return;
        } catch (ConnectException | SocketTimeoutException notYet) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
      }
      lines().forEach(System.err::println);
      throw new IOException(name + " did not start; its output is above");
    }

    /** Lets it end in an orderly way; returns whether it did. */
    boolean stop() throws InterruptedException {
      process.destroy(); // SIGTERM, where there is such a thing
      return process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    List<String> lines() throws IOException {
      return new String(Files.readAllBytes(output), StandardCharsets.UTF_8).lines().toList();
    }

    /**
     * The agent's lines; those of an exception, which are indented, stay with the line they follow.
     */
    List<String> agentLines() throws IOException {
      List<String> found = new ArrayList<>();
      boolean inAgentLine = false;
      for (String line : lines()) {
        boolean begins = isAgentLine(line);
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

    private void kill() {
      if (process != null) {
        process.destroyForcibly();
      }
    }

    @Override
    public void close() {
      kill();
      try {
        if (process != null) {
          process.waitFor();
          Runtime.getRuntime().removeShutdownHook(killer);
        }
        Files.deleteIfExists(output);
        Files.deleteIfExists(optionsFile);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
