package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.Timer;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

class PackageOpenerTest {

  private final Module advice = new ClassLoader() {}.getUnnamedModule();
  private final Module stranger = new ClassLoader() {}.getUnnamedModule();
  private final PackageOpener opener =
      new PackageOpener(
          ByteBuddyAgent.install(),
          List.of(
              new Library("library", "java.util.jar", "not.in.java.base"),
              new Library("of the same switch", "java.util.zip")));

  @Test
  void open_wovenClassOfANamedModule_itsPackageForTheAdviceAlone() {
    opener.open("other", Timer.class, advice);

    Module module = Timer.class.getModule();
    assertThat(module.isOpen("java.util", advice)).isTrue();
    assertThat(module.isOpen("java.util.jar", advice)).isFalse();
    assertThat(module.isOpen("java.util", stranger)).isFalse();
  }

  @Test
  void open_packagesThatAdviceReaches_thoseThatTheModuleHas() {
    opener.open("library", Timer.class, advice);

    assertThat(Timer.class.getModule().isOpen("java.util.jar", advice)).isTrue();
  }

  @Test
  void open_wovenClassOfTheClassPath_nothing() {
    opener.open("library", PackageOpenerTest.class, advice);

    assertThat(Timer.class.getModule().isOpen("java.util.jar", advice)).isFalse();
  }

  private static final class Library implements LibraryInstrumentation {

    private final String id;
    private final Set<String> opens;

    Library(String id, String... opens) {
      this.id = id;
      this.opens = Set.of(opens);
    }

    @Override
    public String name() {
      return "library";
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public List<JoinPoint> joinPoints() {
      return List.of();
    }

    @Override
    public Set<String> opens() {
      return opens;
    }
  }
}
