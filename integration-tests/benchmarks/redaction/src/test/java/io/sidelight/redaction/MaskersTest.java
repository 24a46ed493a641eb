package io.sidelight.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The comparison is fair: every subject masks the same values of the documents, and no other. */
class MaskersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"sidelight", "json-masker", "regex", "logbook", "logbook-fields", "logbook-path"})
  void json_eachSubject_masksTheSame(String subject) {
    String document = Documents.json("16KB");
    String regex = Maskers.json("regex").mask(document);
    assertThat(regex).contains(Maskers.MASK).doesNotContain("4111111111111111");
    assertThat(tree(Maskers.json(subject).mask(document))).isEqualTo(tree(regex));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sidelight", "regex"})
  void text_eachSubject_findsNothing(String subject) {
    String log = Documents.log("16KB");
    assertThat(Maskers.text(subject).mask(log)).isEqualTo(log);
    assertThat(Maskers.text(subject).mask("password=hunter2"))
        .isEqualTo("password=" + Maskers.MASK);
  }

  private static JsonNode tree(String json) {
    return new ObjectMapper().readTree(json);
  }
}
