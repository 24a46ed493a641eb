package io.sidelight.config;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sidelight.event.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveConfigTest {
  private static final Option<String> TOKEN =
      Option.of("token", new TextKind(0, 99, "text"), "", "A secret.").secret().dynamic();

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();
  private long writes;

  private Path file() {
    return folder.resolve("sidelight.properties");
  }

  /** Gives each content a time of its own, however fast the test is. */
  private void write(String content) throws IOException {
    Files.writeString(file(), content);
    Files.setLastModifiedTime(file(), FileTime.fromMillis(1_700_000_000_000L + 2000 * writes++));
  }

  private LiveConfig load(Fixture fixture, Catalog catalog) {
    LiveConfig live = fixture.property("sidelight.config", file().toString()).load(catalog);
    live.onChange(
        (before, after) -> {
          after.changesSince(before).forEach(change -> told.add(change.toString()));
          told.addAll(after.problemsSince(before));
        });
    return live;
  }

  private LiveConfig load() {
    return load(new Fixture(), Options.CATALOG);
  }

  private List<String> pollAndTake(LiveConfig live) {
    live.poll();
    List<String> news = List.copyOf(told);
    told.clear();
    return news;
  }

  @Test
  void poll_afterDynamicOptionsChanged_appliesAndTellsThem() throws IOException {
    write("level=INFO\nrequests.ignore=/health\nlevel.http=WARN");
    LiveConfig live = load();
    Config before = live.current();

    write("level=DEBUG\nslow.request=250ms\nlevel.deps=ERROR\nredact.keys=a");

    assertThat(pollAndTake(live))
        .containsExactly(
            "level: INFO -> DEBUG",
            "level.deps: - -> ERROR",
            "level.http: WARN -> -",
            "redact.keys: - -> a",
            "requests.ignore: /health -> -",
            "slow.request: 1s -> 250ms");
    assertThat(live.current().levels())
        .containsOnly(entry("", Level.DEBUG), entry("deps", Level.ERROR));
    assertThat(live.current().source(Options.REQUESTS_IGNORE)).isEqualTo(Source.DEFAULT);
    assertThat(before.get(Options.LEVEL)).isEqualTo(Level.INFO);
  }

  @Test
  void poll_ofAnUnchangedFile_keepsTheSameSnapshot() throws IOException {
    write("level=DEBUG");
    LiveConfig live = load();
    Config before = live.current();

    assertThat(pollAndTake(live)).isEmpty();
    assertThat(live.current()).isSameAs(before);
  }

  @Test
  void poll_afterOtherOptionsChanged_keepsThemAndTellsOnce() throws IOException {
    write("output.queue=100");
    LiveConfig live = load();

    write("output.queue=200");
    assertThat(pollAndTake(live))
        .containsExactly("The new value of sidelight.output.queue takes effect at the next start.");
    write("output.queue=200\n#");
    assertThat(pollAndTake(live)).isEmpty();

    assertThat(live.current().get(Options.OUTPUT_QUEUE)).isEqualTo(100);
    assertThat(live.current().source(Options.OUTPUT_QUEUE)).isEqualTo(Source.FILE);
  }

  @Test
  void poll_afterBadValues_keepsTheLastGoodOnesAndNamesThem() throws IOException {
    write("output.queue=100\nlevel=DEBUG\nlevel.shop=DEBUG\nrequests.ignore=/health");
    LiveConfig live = load();

    write("output.queue=x\nlevel=x\nlevel.shop=DEBG\nlevel.deps=LOUD\nslow.request=5");

    assertThat(pollAndTake(live))
        .containsExactly(
            "requests.ignore: /health -> -",
            "The option level in line 2 of the options file is \"x\" but must be DEBUG, INFO, WARN"
                + " or ERROR; DEBUG (file) is used instead.",
            "The option output.queue in line 1 of the options file is \"x\" but must be a whole"
                + " number from 16 to 1048576; 100 (file) is used instead.",
            "The option slow.request in line 5 of the options file is \"5\" but must be a duration"
                + " with its unit (ms, s, m, h) from 0ms to 24h; 1s (default) is used instead.",
            "The option level.deps in line 4 of the options file is \"LOUD\" but must be DEBUG,"
                + " INFO, WARN or ERROR; the level of the parent logger is used instead.",
            "The option level.shop in line 3 of the options file is \"DEBG\" but must be DEBUG,"
                + " INFO, WARN or ERROR; DEBUG (file) is used instead.");
    assertThat(live.current().levels())
        .containsOnly(entry("", Level.DEBUG), entry("shop", Level.DEBUG));
  }

  @Test
  void poll_afterABadValueWasCorrectedOrRemoved_takesTheNewOneOrTheDefault() throws IOException {
    write("level.shop=DEBUG\nlevel=WARN\ndebug.secret=0123456789abcdef");
    LiveConfig live = load();
    write("level.shop=DEBG\nlevel=WRN\ndebug.secret=short");
    pollAndTake(live);

    write("level.shop=DEBG\nlevel=WRN\nslow.request=2s\ndebug.secret=short");
    assertThat(pollAndTake(live)).containsExactly("slow.request: 1s -> 2s");
    assertThat(live.current().get(Options.DEBUG_SECRET)).isEqualTo("0123456789abcdef");

    write("level.shop=ERROR");
    assertThat(pollAndTake(live))
        .containsExactly(
            "debug.secret: [REDACTED] -> no token counts",
            "level: WARN -> INFO",
            "level.shop: DEBUG -> ERROR",
            "slow.request: 2s -> 1s");
    assertThat(live.current().problems()).isEmpty();
  }

  @Test
  void poll_ofAnOptionSetMoreStrongly_changesNothing() throws IOException {
    write("");
    LiveConfig live = load(new Fixture().variable("SIDELIGHT_LEVEL", "WARN"), Options.CATALOG);

    write("level=DEBUG");

    assertThat(pollAndTake(live)).isEmpty();
    assertThat(live.current().get(Options.LEVEL)).isEqualTo(Level.WARN);
  }

  @Test
  void poll_ofAVanishedFile_keepsTheLastValuesAndTellsOnce() throws IOException {
    write("level=DEBUG");
    LiveConfig live = load();

    Files.delete(file());
    assertThat(pollAndTake(live))
        .containsExactly(
            "The options file "
                + file()
                + " does not exist, so the last good values stay in force.");
    assertThat(pollAndTake(live)).isEmpty();
    assertThat(live.current().get(Options.LEVEL)).isEqualTo(Level.DEBUG);

    write("level=WARN");
    assertThat(pollAndTake(live)).containsExactly("level: DEBUG -> WARN");
    assertThat(live.current().problems()).isEmpty();
  }

  @Test
  void poll_ofABrokenLine_keepsItsLastValueAndTellsOnce() throws IOException {
    write("level=DEBUG\nslow.request=2s");
    LiveConfig live = load();

    write("level=\\u00zz\nslow.request=3s");
    assertThat(pollAndTake(live))
        .containsExactly(
            "slow.request: 2s -> 3s",
            "The option level in line 1 of the options file has a broken Unicode escape (write two"
                + " backslashes for one, or a slash in a path); DEBUG (file) is used instead.");
    assertThat(pollAndTake(live)).isEmpty();

    assertThat(live.current().get(Options.LEVEL)).isEqualTo(Level.DEBUG);
  }

  @Test
  void poll_afterALineWithAProblemMoved_doesNotTellItAgain() throws IOException {
    write("levle=DEBUG");
    LiveConfig live = load();

    write("# a note\n\nlevle=DEBUG\nredact.keys=a");

    assertThat(pollAndTake(live)).containsExactly("redact.keys: - -> a");
    assertThat(live.current().problems()).singleElement().asString().contains("in line 3");
  }

  @Test
  void poll_ofAFileMissingSinceTheStart_isNotToldAgainAndReadWhenItComes() throws IOException {
    LiveConfig live = load();
    assertThat(live.current().problems()).hasSize(1);
    assertThat(pollAndTake(live)).isEmpty();

    write("level=DEBUG");

    assertThat(pollAndTake(live)).containsExactly("level: INFO -> DEBUG");
    assertThat(live.current().problems()).isEmpty();
  }

  @Test
  void change_ofASecret_isMasked() throws IOException {
    write("token=hunter2");
    List<Option<?>> options = new ArrayList<>(Options.all());
    options.add(TOKEN);
    LiveConfig live = load(new Fixture(), new Catalog(options));

    write("token=hunter3");

    assertThat(pollAndTake(live)).containsExactly("token: [REDACTED] -> [REDACTED]");
    assertThat(live.current().get(TOKEN)).isEqualTo("hunter3");
  }

  @Test
  void listener_thatThrows_stopsNeitherTheOthersNorTheReload() throws IOException {
    write("");
    LiveConfig live = new Fixture().property("sidelight.config", file().toString()).load();
    live.onChange(
        (before, after) -> {
          throw new IllegalStateException("s3cret");
        });
    live.onChange((before, after) -> told.add("second"));

    write("level=DEBUG");

    assertThat(pollAndTake(live)).containsExactly("second");
    assertThat(live.current().get(Options.LEVEL)).isEqualTo(Level.DEBUG);
    assertThat(live.current().problems())
        .singleElement()
        .asString()
        .contains("java.lang.IllegalStateException")
        .doesNotContain("s3cret");
  }

  @Test
  void watch_whenTheFileChanges_tellsOnADaemonThreadUntilStopped() throws Exception {
    write("level=INFO");
    LiveConfig live = load();
    CountDownLatch changed = new CountDownLatch(1);
    AtomicReference<Thread> teller = new AtomicReference<>();
    live.onChange(
        (before, after) -> {
          teller.set(Thread.currentThread());
          changed.countDown();
        });

    live.watch();
    live.watch();
    write("level=DEBUG");
    live.wake();

    assertThat(changed.await(30, SECONDS)).isTrue();
    Thread thread = requireNonNull(teller.get());
    assertThat(thread.getName()).isEqualTo("sidelight-config");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader()).isNull();
    live.stop();
    thread.join(30_000);
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void watch_whenAListenerFailsBadly_endsWithAProblemInsteadOfAnUncaughtError() throws Exception {
    write("level=INFO");
    LiveConfig live = load();
    CountDownLatch calls = new CountDownLatch(2);
    AtomicReference<Thread> teller = new AtomicReference<>();
    AtomicReference<Throwable> uncaught = new AtomicReference<>();
    live.onChange(
        (before, after) -> {
          teller.set(Thread.currentThread());
          Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.set(e));
          calls.countDown();
          if (calls.getCount() == 1) {
            throw new AssertionError("bad");
          }
        });

    live.watch();
    write("level=DEBUG");
    live.wake();

    assertThat(calls.await(30, SECONDS)).isTrue();
    requireNonNull(teller.get()).join(30_000);
    assertThat(teller.get().isAlive()).isFalse();
    assertThat(uncaught.get()).isNull();
    assertThat(live.current().problems())
        .singleElement()
        .asString()
        .contains("watching it failed (java.lang.AssertionError)");
  }

  @Test
  void watch_withoutAFile_startsNoThread() {
    LiveConfig live = new Fixture().load();

    live.watch();

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("sidelight-config") && thread.isAlive());
    live.stop();
  }
}
