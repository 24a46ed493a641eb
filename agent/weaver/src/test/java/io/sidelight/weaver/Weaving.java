package io.sidelight.weaver;

import io.sidelight.config.LiveConfig;
import io.sidelight.event.Level;
import io.sidelight.log.ApplicationLog;
import io.sidelight.output.Diagnostics;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.objectweb.asm.Opcodes;

/**
 * The one weaver of this JVM: {@code java.lang.SidelightLink} can be defined once, so all tests
 * share it, and some classes that were loaded before it.
 */
final class Weaving {

  private static final Weaving INSTANCE = install();

  final Weaver weaver;
  final LibraryLoader early;
  final DynamicSample dynamic;
  private final Path lines;
  private int taken;

  private Weaving(Weaver weaver, LibraryLoader early, DynamicSample dynamic, Path lines) {
    this.weaver = weaver;
    this.early = early;
    this.dynamic = dynamic;
    this.lines = lines;
  }

  static Weaving instance() {
    return INSTANCE;
  }

  private static Weaving install() {
    try {
      LibraryLoader early =
          new LibraryLoader()
              .with(
                  "sample.library.Java6Early",
                  OldClassFile.of("sample.library.Java6Early", Opcodes.V1_6));
      early.type("Scenarios$Early");
      early.type("Java6Early");
      early.type("Dynamics$ByNameEarly");
      early.type("Dynamics$AnnotatedEarly");
      Class.forName(Timer.class.getName());
      Path lines = Files.createTempFile("weaver", ".jsonl");
      lines.toFile().deleteOnExit();
      EventLog log =
          EventLog.start(
              OutputSettings.builder().destination(lines.toString()).build(),
              Levels.of(Level.INFO, Map.of()),
              new Redactor(RedactionRules.defaults()));
      log.close(); // from here on each line is written by the thread that logs it
      Diagnostics.attach(log);
      ApplicationLog.install(log, LiveConfig.load("logs=json").current());
      DynamicSample dynamic = new DynamicSample();
      List<LibraryInstrumentation> all = new ArrayList<>(SampleInstrumentation.all());
      all.addAll(ShapesInstrumentation.all());
      all.add(dynamic);
      all.add(new ByteBuddyOracleTest.Oracle());
      Weaver weaver = new Weaver(log, all);
      weaver.install(ByteBuddyAgent.install());
      return new Weaving(weaver, early, dynamic, lines);
    } catch (Exception e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Lines of the agent since this was last asked for. */
  List<String> takeLines() throws IOException {
    List<String> all = Files.readAllLines(lines);
    List<String> fresh = new ArrayList<>(all.subList(taken, all.size()));
    taken = all.size();
    return fresh;
  }
}
