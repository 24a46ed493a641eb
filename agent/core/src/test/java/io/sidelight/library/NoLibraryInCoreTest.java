package io.sidelight.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads the constant pools of core's classes: types, descriptors and text in them name packages of
 * the JDK, of the agent and of what ships with it, and no library.
 */
class NoLibraryInCoreTest {

  /** Packages below a top-level domain, with dots or slashes, and those of one word. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\w.$/-])(?:L|\\[+L)?"
              + "((?:org|com|net|io|ch|dev|software|fish|tech)[./][a-z][a-z0-9_]*(?:[./]\\w*)?"
              + "|(?:akka|jakarta|kotlinx?|lombok|okhttp\\d?|okio|oracle|play|reactor|rx|scala"
              + "|weblogic|zipkin2)[./]\\w*"
              + "|javax[./](?:servlet|ws|persistence|jms|inject|enterprise|annotation)[./]\\w*)");

  /** The agent, the JDK, what ships in the jar, annotations, and the example in help texts. */
  private static final Pattern OURS =
      Pattern.compile(
          "(?:io[./]sidelight|com[./]sun|com[./]fasterxml|org[./]jspecify|com[./]acme)\\b.*");

  @Test
  void constants_ofAllClasses_nameNoLibrary() throws Exception {
    List<Path> classes = classFiles();
    Set<String> foreign = new TreeSet<>();

    for (Path file : classes) {
      for (String constant : constants(file)) {
        for (String name : foreignNames(constant)) {
          foreign.add(file.getFileName() + ": " + name);
        }
      }
    }

    assertThat(classes).as("classes of core").hasSizeGreaterThan(100);
    assertThat(foreign)
        .as("names of libraries; contribute them from the library's package by LibraryDescription")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.http.",
        "org/eclipse/jetty/server/Request",
        "(Lio/undertow/server/HttpServerExchange;)V",
        "okhttp3.",
        "io.netty.",
        "org.springframework.core.task.SimpleAsyncTaskExecutor",
        "ch.qos.logback.",
        "reactor.core.scheduler.",
        "akka.dispatch.Mailbox",
        "oracle.",
        "[Ljakarta/servlet/Filter;",
        "javax.servlet.GenericServlet",
        "kotlinx.coroutines."
      })
  void foreignNames_ofALibrary_areFound(String constant) {
    assertThat(foreignNames(constant)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io/sidelight/config/Options",
        "(Lio/sidelight/config/Config;Ljava/io/IOException;)V",
        "javax.net.ssl.SSLException",
        "com.sun.",
        "sidelight.request-id.header",
        "jdbc:oracle:",
        "*.internal.example.com"
      })
  void foreignNames_ofOthers_areNone(String constant) {
    assertThat(foreignNames(constant)).isEmpty();
  }

  private static List<String> foreignNames(String constant) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(constant.replace('(', ' ').replace(')', ' ').replace(';', ' '));
    while (matcher.find()) {
      if (!OURS.matcher(matcher.group(1)).matches()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private static List<Path> classFiles() throws IOException, URISyntaxException {
    Path root =
        Path.of(LibraryNames.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  /** All text of a class file's constant pool, JVMS 4.4. */
  private static List<String> constants(Path file) throws IOException {
    List<String> constants = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(8);
      int count = in.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> constants.add(in.readUTF());
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++;
          }
          case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          default -> throw new IOException("tag " + tag + " in " + file);
        }
      }
    }
    return constants;
  }
}
