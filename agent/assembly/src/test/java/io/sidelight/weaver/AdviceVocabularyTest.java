package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sidelight.agent.Instrumentations;
import io.sidelight.config.LiveConfig;
import io.sidelight.instrumentation.jetty12.Jetty12Instrumentation;
import io.sidelight.instrumentation.tomcat.TomcatInstrumentation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each advice class of the instrumentations asks only for what the weaver supports. In the weaver's
 * package, since its reader is the one that knows.
 */
@SuppressWarnings("NullAway") // without patterns of steps nothing matches them
final class AdviceVocabularyTest {

  @TestFactory
  Stream<DynamicTest> advice_hasSupportedAnnotationsOnly() throws Exception {
    return classFiles().entrySet().stream()
        .map(
            advice ->
                DynamicTest.dynamicTest(
                    advice.getKey(),
                    () ->
                        assertThatCode(() -> AdviceReader.read(advice.getKey(), advice.getValue()))
                            .doesNotThrowAnyException()));
  }

  @Test
  void allAdvice_isFound() throws Exception {
    assertThat(classFiles()).hasSizeGreaterThan(200);
  }

  @Test
  void joinPoints_nameAdviceThatIsThere() throws Exception {
    Set<String> advice = classFiles().keySet();
    for (LibraryInstrumentation each :
        Instrumentations.enabled(LiveConfig.load("").current(), null)) {
      for (JoinPoint joinPoint : each.joinPoints()) {
        // What is made for the other namespace is in a module of its own.
        assertThat(advice).contains(joinPoint.advice().replace(".javaxservlet.", ".servlet."));
      }
    }
  }

  /** Those that mention an annotation of advice, by binary name. */
  private static Map<String, byte[]> classFiles() throws Exception {
    Map<String, byte[]> advice = new TreeMap<>();
    for (Class<?> one : List.of(TomcatInstrumentation.class, Jetty12Instrumentation.class)) {
      Path place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        addAll(place, advice);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          addAll(jar.getPath("/"), advice);
        }
      }
    }
    return advice;
  }

  private static void addAll(Path root, Map<String, byte[]> advice) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = root.relativize(file).toString();
        if (name.endsWith(".class")) {
          byte[] classFile = Files.readAllBytes(file);
          if (new String(classFile, StandardCharsets.ISO_8859_1)
              .contains("Lnet/bytebuddy/asm/Advice$")) {
            advice.put(
                name.substring(0, name.length() - ".class".length()).replace('/', '.'), classFile);
          }
        }
      }
    }
  }
}
