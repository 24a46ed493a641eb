package io.sidelight.listening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ListenersTest {

  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1);

  @TempDir Path folder;

  private final Servers servers = new Servers();
  private Path file;
  private EventLog log;

  @BeforeEach
  void openLog() {
    file = folder.resolve("lines");
    log =
        EventLog.start(
            OutputSettings.builder().destination(file.toString()).build(),
            Levels.of(Level.INFO, Map.of()),
            new Redactor(RedactionRules.defaults()));
    log.close(); // from here on each line is written by the thread that logs it
  }

  @Test
  void socket_ofNobodyKnown_isReportedOnceWithItsPort() throws Exception {
    Listeners listeners = listeners(() -> 1000);
    listeners.add(new Socket(8080, true));
    awaitLook();
    listeners.add(new Socket(9090, true));
    awaitLook();

    assertThat(problems()).singleElement().asString().contains("port 8080,", "not recognised");
  }

  @Test
  void socket_openedByAServerThatIsRecognised_namesIt() throws Exception {
    servers.unfollowed = Set.of("Reactor Netty");
    servers.owner = "Netty";
    Listeners listeners = listeners(() -> 1000);
    listeners.add(new Socket(8080, true));
    awaitLook();

    assertThat(problems()).singleElement().asString().contains("recognised: Reactor Netty, Netty");
  }

  @Test
  void socket_closedMeanwhile_isNotReported_butTheNextOneIs() throws Exception {
    Listeners listeners = listeners(() -> 1000);
    listeners.add(new Socket(8080, false));
    awaitLook();
    assertThat(problems()).isEmpty();

    listeners.add(new Socket(9090, true));
    awaitLook();
    assertThat(problems()).singleElement().asString().contains("port 9090,");
  }

  @Test
  void socket_withoutAPort_isNotReported() throws Exception {
    listeners(() -> 1000).add(new Socket(0, true));
    awaitLook();

    assertThat(problems()).isEmpty();
  }

  @Test
  void socket_forTools_isNotLookedAt() throws Exception {
    servers.forItself = true;
    listeners(() -> 1000).add(new Socket(8080, true));

    assertThat(agentThreads()).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void server_thatIsFollowed_endsTheLookForGood() throws Exception {
    servers.followed = true;
    Listeners listeners = listeners(() -> 1000);
    listeners.add(new Socket(8080, true));
    awaitLook();
    servers.followed = false;
    listeners.add(new Socket(9090, true));

    assertThat(agentThreads()).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void program_thatIsStillStarting_isGivenMoreTime() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    IntSupplier growing = () -> Math.min(looks.incrementAndGet(), 10) * 1000;
    listeners(growing).add(new Socket(8080, true));
    awaitLook();

    assertThat(problems()).hasSize(1);
    assertThat(looks).hasValue(13);
  }

  @Test
  void program_thatNeverStopsLoadingClasses_isReportedNevertheless() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    listeners(() -> looks.incrementAndGet() * 1000).add(new Socket(8080, true));
    awaitLook();

    assertThat(problems()).hasSize(1);
  }

  private Listeners listeners(IntSupplier loadedClasses) {
    return new Listeners(log, servers, loadedClasses, MOMENT);
  }

  private static void awaitLook() throws InterruptedException {
    for (Thread thread : agentThreads()) {
      thread.join();
    }
  }

  private static List<Thread> agentThreads() {
    List<Thread> threads = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("sidelight-listening")) {
        threads.add(thread);
      }
    }
    return threads;
  }

  private List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.path("event").asText()).isEqualTo("agent_warning");
        problems.add(json.path("problem").asText());
      }
    }
    return problems;
  }

  private record Socket(int port, boolean isOpen) implements ListeningSocket {}

  private static final class Servers implements KnownServers {

    private volatile boolean followed;
    private volatile boolean forItself;
    private volatile @Nullable String owner;
    private volatile Set<String> unfollowed = Set.of();

    @Override
    public boolean isAnyLoaded() {
      return followed;
    }

    @Override
    public boolean listensForItself(String className) {
      return forItself;
    }

    @Override
    public @Nullable String serverOf(String className) {
      return owner;
    }

    @Override
    public Collection<String> loadedUnfollowed() {
      return unfollowed;
    }
  }
}
