package io.sidelight.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
  private static final Option<Integer> PIN =
      Option.of("debug.pin", new CountKind(0, 9999), 0, "A secret number.").secret();

  @TempDir Path folder;

  @Test
  void unknownName_nearAKnownOne_isToldWithIt() throws IOException {
    Config config =
        new Fixture()
            .property("sidelight.fromat", "json")
            .variable("SIDELIGHT_OUTPUT_MAXSIZE", "1MB")
            .argument("Level=DEBUG;levle.http=DEBUG")
            .file(folder.resolve("f"), "redact.key=a")
            .config();

    assertThat(config.problems())
        .containsExactly(
            "The system property sidelight.fromat is not known to Sidelight; did you mean"
                + " sidelight.format?",
            "The environment variable SIDELIGHT_OUTPUT_MAXSIZE is not known to Sidelight; did you"
                + " mean SIDELIGHT_OUTPUT_MAX_SIZE?",
            "The option Level of the agent argument is not known to Sidelight; did you mean level?",
            "The option levle.http of the agent argument is not known to Sidelight; did you mean"
                + " level.http?",
            "The option redact.key in line 1 of the options file is not known to Sidelight; did you"
                + " mean redact.keys?");
  }

  @Test
  void unknownName_nearNone_isToldWithoutASuggestionOrItsValue() {
    Config config =
        new Fixture()
            .property("sidelight.colour", "s3cret")
            .property("sidelight.", "s3cret")
            .property("sidelight.level.", "s3cret")
            .property("other.colour", "red")
            .variable("SIDELIGHT_LEVEL_", "s3cret")
            .config();

    assertThat(config.problems())
        .contains("The system property sidelight.colour is not known to Sidelight and is left out.")
        .hasSize(4)
        .noneMatch(problem -> problem.contains("s3cret"));
  }

  @Test
  void malformedArgument_isToldByItsPlaceAndNotByItsText() {
    Config config = new Fixture().argument("env=x;s3cret; =s3cret;version=1").config();

    assertThat(config.problems())
        .containsExactly(
            "Part 2 of the agent argument is not name=value and is left out.",
            "Part 3 of the agent argument is not name=value and is left out.");
    assertThat(config.get(Options.VERSION)).isEqualTo("1");
  }

  @Test
  void badValue_namesTheValueUsedInstead() {
    Config config =
        new Fixture()
            .property("sidelight.slow.request", "5")
            .property("sidelight.format", "")
            .argument("level.http=LOUD")
            .config();

    assertThat(config.problems())
        .containsExactly(
            "The system property sidelight.format is \"\" but must be auto, json or text; auto"
                + " (default) is used instead.",
            "The system property sidelight.slow.request is \"5\" but must be a duration with its"
                + " unit (ms, s, m, h) from 0ms to 24h; 1s (default) is used instead.",
            "The option level.http of the agent argument is \"LOUD\" but must be DEBUG, INFO, WARN"
                + " or ERROR; the level of the parent logger is used instead.");
    assertThat(config.levels()).containsOnlyKeys("");
  }

  @Test
  void badValue_ofASecret_isNeverShown() {
    Config config =
        new Fixture()
            .property("sidelight.debug.pin", "hunter2")
            .argument("debug.pin=1234")
            .load(new Catalog(List.of(PIN)))
            .current();

    assertThat(config.problems())
        .containsExactly(
            "The system property sidelight.debug.pin must be a whole number from 0 to 9999;"
                + " [REDACTED] (agent argument) is used instead.");
    assertThat(config.nonDefault()).containsEntry("debug.pin", "[REDACTED] (agent argument)");
    assertThat(config.get(PIN)).isEqualTo(1234);
  }

  @Test
  void hostileText_inNamesAndValues_isEscapedAndCut() {
    Config config =
        new Fixture()
            .property("sidelight.a\n\u001b[31m\u202e\ud800", "x")
            .property("sidelight." + "y".repeat(100_000), "x")
            .property("sidelight.env", "a\r\nINFO forged")
            .property("sidelight.level.\u2028x", "DEBUG")
            .property("sidelight.service", "z".repeat(1000))
            .property("sidelight.version", "1\u202e2")
            .config();

    assertThat(config.problems())
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem).matches("[ -~]{1,500}"))
        .anyMatch(problem -> problem.contains("sidelight.a\\u000a\\u001b[31m\\u202e\\ud800"))
        .anyMatch(problem -> problem.contains("\"a\\u000d\\u000aINFO forged\""));
    assertThat(config.nonDefault())
        .containsEntry("level.\\u2028x", "DEBUG (system property)")
        .containsEntry("version", "1\\u202e2 (system property)");
  }

  @Test
  void file_thatIsMissing_isTold() {
    String path = folder.resolve("none").toString();

    assertThat(new Fixture().argument("config=" + path).config().problems())
        .containsExactly(
            "The options file " + path + " does not exist, so none of its options is in force.");
  }

  @Test
  void file_thatIsAFolder_isTold() {
    assertThat(new Fixture().argument("config=" + folder).config().problems())
        .singleElement()
        .asString()
        .contains("is not a regular file");
  }

  @Test
  void file_withBrokenEscapes_losesOnlyThoseLines() throws IOException {
    Fixture fixture =
        new Fixture()
            .file(folder.resolve("f"), "env=a\noutput=C:\\users\\a.log\n\nx\\u1=y\nversion=1");

    assertThat(fixture.config().problems())
        .containsExactly(
            "The name in line 4 of the options file has a broken Unicode escape (write two"
                + " backslashes for one, or a slash in a path) and is left out.",
            "The option output in line 2 of the options file has a broken Unicode escape (write two"
                + " backslashes for one, or a slash in a path); stdout (default) is used instead.");
    assertThat(fixture.config().get(Options.ENV)).isEqualTo("a");
    assertThat(fixture.config().get(Options.VERSION)).isEqualTo("1");
  }

  @Test
  void file_thatIsHuge_isRefused() throws IOException {
    Path file = folder.resolve("f");
    Files.writeString(file, "env=a\n#" + "x".repeat(OptionsFile.MAX_CHARS));

    assertThat(new Fixture().argument("config=" + file).config().problems())
        .singleElement()
        .asString()
        .contains("is larger than");
  }

  @Test
  void variables_ofOtherPrefixesAndCases_areNotOurs() {
    Config config =
        new Fixture().variable("SIDELIGHTS", "x").variable("sidelight_level", "DEBUG").config();

    assertThat(config.problems()).isEmpty();
    assertThat(config.nonDefault()).isEmpty();
  }

  @Test
  void file_thatLosesBackslashes_isToldWithWhatIsRead() throws IOException {
    Config config =
        new Fixture()
            .file(
                folder.resolve("f"),
                "output=C:\\logs\\x.log\nredact.keys=a,\\\n  b\nenv=a\\:b\\\\c\nversion=\\t1")
            .config();

    assertThat(config.problems())
        .containsExactly(
            "The option output in line 1 of the options file loses its single backslashes, so it"
                + " reads \"C:logsx.log\"; write two for each, or a slash in a path.",
            "The option version in line 5 of the options file loses its single backslashes, so it"
                + " reads \"1\"; write two for each, or a slash in a path.");
    assertThat(config.get(Options.REDACT_KEYS)).containsExactly("a", "b");
    assertThat(config.get(Options.ENV)).isEqualTo("a:b\\c");
  }

  @Test
  void file_withALineThatSwallowsTheNext_isTold() throws IOException {
    Config config =
        new Fixture().file(folder.resolve("f"), "output=/logs\\\nlevel=DEBUG\n").config();

    assertThat(config.problems())
        .containsExactly(
            "The option output in line 1 of the options file goes on with the line of level, since"
                + " a backslash stands at the end of the line before.");
  }

  @Test
  void secret_thatLosesBackslashes_isNotShown() throws IOException {
    Config config =
        new Fixture().file(folder.resolve("f"), "debug.secret=0123456789\\abcdefgh").config();

    assertThat(config.problems())
        .containsExactly(
            "The option debug.secret in line 1 of the options file loses its single backslashes;"
                + " write two for each, or a slash in a path.");
  }

  @Test
  void option_setTwiceInOneSource_isToldAndTheLastCounts() throws IOException {
    Config config =
        new Fixture()
            .variable("SIDELIGHT_LEVEL_COM_ACME", "WARN")
            .variable("SIDELIGHT_LEVEL_com_acme", "ERROR")
            .argument("env=x;sidelight.env=y")
            .file(folder.resolve("f"), "slow.request=1s\nversion=1\nsidelight.slow.request=2s")
            .config();

    assertThat(config.problems())
        .containsExactly(
            "The environment variable SIDELIGHT_LEVEL_com_acme sets the same as the environment"
                + " variable SIDELIGHT_LEVEL_COM_ACME; the last one counts.",
            "The option sidelight.env of the agent argument sets the same as the option env of the"
                + " agent argument; the last one counts.",
            "The option sidelight.slow.request in line 3 of the options file sets the same as the"
                + " option slow.request in line 1 of the options file; the last one counts.");
    assertThat(config.get(Options.SLOW_REQUEST)).isEqualTo(2_000_000_000L);
    assertThat(config.get(Options.ENV)).isEqualTo("y");
  }

  @Test
  void option_setTwiceAtTheStart_isToldUnlessTheValuesAgree() {
    Config config =
        new Fixture()
            .property("sidelight.slow.request", "2s")
            .variable("SIDELIGHT_SLOW_REQUEST", "3s")
            .variable("SIDELIGHT_ENV", "a")
            .argument("env=a")
            .config();

    assertThat(config.problems())
        .containsExactly(
            "The environment variable SIDELIGHT_SLOW_REQUEST has no effect: the system property"
                + " sidelight.slow.request sets the same and comes first.");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "env=prod,service=orders | ,service",
        "env=prod&sidelight.service=orders | &sidelight.service",
        "requests.ignore=/a,/b,level.http=DEBUG | ,level.http",
        "dependencies=a=x,sidelight.env=y | ,sidelight.env",
      },
      delimiter = '|')
  void argument_withAnotherSeparator_isTold(String argument, String swallowed) {
    String name = argument.substring(0, argument.indexOf('='));

    assertThat(new Fixture().argument(argument).config().problems())
        .contains(
            "The option "
                + name
                + " of the agent argument has "
                + swallowed
                + "= within its value: write a semicolon before it, since nothing else separates"
                + " options.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dependencies=env=a.example,level=b.example",
        "requests.ignore=/a,/b=c,/level=x",
        "requests.ignore=/health,/actuator/**,**/health,*/health",
        "request-id.forward=*,localhost,10.*,::1",
        "dependencies=a=10.1.*,b=10.*,c=*",
        "steps=com.acme.Pricing#quote,@com.acme.Timed,Main#a b",
        "debug.from=0.0.0.0/0,10.0.0.0/8,::/0,::1",
        "redact.keys=customer_no,iban",
        "level.http=DEBUG;level.deps=WARN;level.shop=INFO;level.com.acme=DEBUG;level.steps=INFO",
        "output=/var/log/orders.log;audit.output=stderr",
        "output=orders.log",
      })
  void goodValues_raiseNoDoubt(String argument) {
    assertThat(new Fixture().argument(argument).config().problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "requests.ignore=/a,health | has health, which matches no path: a path begins with a"
            + " slash.",
        "requests.ignore=https://a/b | has https://a/b, which matches no path: a path begins with a"
            + " slash.",
        "requests.ignore=*.css | has *.css, which matches no path: one star stands for characters"
            + " of one segment, and a path begins with a slash.",
        "requests.ignore=/a?x=1 | has /a?x=1, which matches no path: a path has no query and no"
            + " fragment.",
        "requests.ignore=/orders/{id} | has /orders/{id}, which matches no path: braces stand for"
            + " themselves; write * for a segment.",
        "request-id.forward=a,b.example:8080 | has b.example:8080, which matches no host: a host is"
            + " given without its port.",
        "debug.forward=.example.com | has .example.com, which matches no host; write *.example.com"
            + " for the hosts below it.",
        "dependencies=a=h:80 | has a=h:80, which matches no host: a host is given without its"
            + " port.",
        "dependencies=a=*.example,b=x.example | has b=x.example, which is never reached, since"
            + " a=*.example before it fits the same hosts.",
        "steps=a.B#c(int) | has a.B#c(int), which matches nothing: a method is given by its name,"
            + " without parameters.",
        "debug.from=0.0.0.0 | has 0.0.0.0, which is the address of no client; all addresses are"
            + " 0.0.0.0/0.",
        "redact.keys=card* | has card*, in which the star counts for nothing.",
        "redact.headers=-- | has --, which matches no name.",
        "level.htpp=DEBUG | names a logger of the application; did you mean sidelight.level.http?",
        "level.HTTP=DEBUG | names a logger of the application; did you mean sidelight.level.http?",
        "level.root=DEBUG | names a logger of the application; the level of all is"
            + " sidelight.level.",
        "level.com.acme.*=DEBUG | matches no logger: a star stands for itself, and a level counts"
            + " for all loggers below its own.",
        "output=STDOUT | names the file STDOUT; did you mean stdout?",
        "audit.output=stder | names the file stder; did you mean stderr?",
      })
  void value_thatCanHardlyBeMeant_isTold(String argument, String doubt) {
    String name = argument.substring(0, argument.indexOf('='));

    assertThat(new Fixture().argument(argument).config().problems())
        .containsExactly("The option " + name + " of the agent argument " + doubt);
  }

  @Test
  void variable_ofAFamilyMisspelled_isToldWithTheNearest() {
    assertThat(new Fixture().variable("SIDELIGHT_LEVL_HTTP", "DEBUG").config().problems())
        .containsExactly(
            "The environment variable SIDELIGHT_LEVL_HTTP is not known to Sidelight; did you mean"
                + " SIDELIGHT_LEVEL_HTTP?");
  }
}
