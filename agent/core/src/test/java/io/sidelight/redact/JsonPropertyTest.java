package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any JSON document, tried with seeded random ones and read with Jackson. */
class JsonPropertyTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> SENSITIVE =
      List.of("password", "accessToken", "API-KEY", "user.secret", "pin", "cvv", "clientSecret");
  private static final List<String> HARMLESS =
      List.of("author", "id", "token_count", "passenger", "café", "a b", "x\"y", "sort_key", "");
  private static final List<String> VALUES =
      List.of(
          "",
          "ok",
          "Basic authentication failed",
          "0192f3c4-7b1a-7c3e-9d2f-0a1b2c3d4e5f",
          "2026-11-22T10:15:30.123Z",
          "a \"quoted\" word, and a \\",
          "line\nline\ttab",
          "你好: ok",
          "\uD83D\uDE00",
          "{not json}",
          "https://x.example/a?b=c",
          "x".repeat(300));

  private final Redactor redactor = new Redactor(RedactionRules.defaults());
  private final Random random = new Random(20261126);
  private int secrets;

  @Test
  void json_randomDocument_losesItsSecretsAndNothingElse() throws JsonProcessingException {
    for (int i = 0; i < 10_000; i++) {
      JsonNode document = node(0);
      String input = written(document);
      assertThat(MAPPER.readTree(input)).isEqualTo(document);
      String output = redactor.json(input);
      assertThat(output).as(input).doesNotContain("S3cr3t");
      assertThat(MAPPER.readTree(output)).as(input).isEqualTo(masked(document));
      assertThat(redactor.json(output)).as(input).isSameAs(output);
      if (masked(document).equals(document)) {
        assertThat(output).as(input).isSameAs(input);
      }
    }
    assertThat(secrets).isGreaterThan(5_000);
  }

  @Test
  void json_documentCutAnywhere_losesItsSecrets() {
    for (int i = 0; i < 400; i++) {
      String input = written(node(0));
      for (int cut = 0; cut < Math.min(input.length(), 400); cut++) {
        String start = input.substring(0, cut);
        String output = redactor.json(start);
        assertThat(output).as(start).doesNotContain("S3c");
        assertThat(redactor.json(output)).as(start).isEqualTo(output);
      }
    }
  }

  @Test
  void json_documentInsideOfAString_losesItsSecrets() throws JsonProcessingException {
    for (int i = 0; i < 3_000; i++) {
      JsonNode document = MAPPER.createObjectNode().set("a", node(0));
      String input = written(MAPPER.createObjectNode().put("body", written(document)));
      JsonNode output = MAPPER.readTree(redactor.json(input));
      assertThat(MAPPER.readTree(output.get("body").textValue()))
          .as(input)
          .isEqualTo(masked(document));
    }
  }

  @Test
  void json_documentWithSomethingAddedOrGone_neverThrowsAndStaysReadableOnASecondPass() {
    for (int i = 0; i < 20_000; i++) {
      StringBuilder s = new StringBuilder(written(node(1)));
      for (int n = random.nextInt(3); n >= 0 && s.length() > 0; n--) {
        int at = random.nextInt(s.length());
        if (random.nextBoolean()) {
          s.deleteCharAt(at);
        } else {
          s.insert(at, "{}[]\",:\\ =a1%\u0000".charAt(random.nextInt(14)));
        }
      }
      String once = redactor.json(s.toString());
      assertThat(redactor.json(once)).as(s.toString()).isEqualTo(once);
    }
  }

  @Test
  void json_somethingAroundTheDocument_losesItsSecrets() {
    List<String> around = List.of("x", "}", ",", ":", "\"", "'", "<", "{'a':1}", "=", "null");
    for (int i = 0; i < 3_000; i++) {
      String document = written(MAPPER.createObjectNode().set("a", node(1)));
      String junk = around.get(random.nextInt(around.size()));
      assertThat(redactor.json(document + " " + junk)).doesNotContain("S3cr3t");
      assertThat(redactor.json(junk + " " + document)).doesNotContain("S3cr3t");
    }
  }

  private JsonNode node(int depth) {
    int kind = random.nextInt(depth > 4 ? 4 : 8);
    if (depth == 0 || kind > 5) {
      ObjectNode object = MAPPER.createObjectNode();
      for (int n = random.nextInt(5); n > 0; n--) {
        if (random.nextInt(4) == 0) {
          object.set(SENSITIVE.get(random.nextInt(SENSITIVE.size())), secret(depth + 1));
        } else {
          object.set(HARMLESS.get(random.nextInt(HARMLESS.size())), node(depth + 1));
        }
      }
      return object;
    }
    if (kind > 3) {
      ArrayNode array = MAPPER.createArrayNode();
      for (int n = random.nextInt(4); n > 0; n--) {
        array.add(node(depth + 1));
      }
      return array;
    }
    return switch (kind) {
      case 0 -> MAPPER.getNodeFactory().numberNode(random.nextInt(100_000));
      case 1 -> MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
      default -> TextNode.valueOf(VALUES.get(random.nextInt(VALUES.size())));
    };
  }

  private JsonNode secret(int depth) {
    secrets++;
    String secret = "S3cr3t\"}],\\" + random.nextInt(1000);
    return switch (random.nextInt(depth > 4 ? 3 : 5)) {
      case 0 -> MAPPER.getNodeFactory().numberNode(random.nextInt(100_000));
      case 1 -> MAPPER.createObjectNode().put("user", secret).set("x", node(depth + 1));
      case 2 -> MAPPER.createArrayNode().add(secret).add(node(depth + 1));
      default -> TextNode.valueOf(secret);
    };
  }

  private static JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode result = MAPPER.createObjectNode();
      object
          .properties()
          .forEach(
              e ->
                  result.set(
                      e.getKey(),
                      SENSITIVE.contains(e.getKey())
                          ? TextNode.valueOf(Redactor.MASK)
                          : masked(e.getValue())));
      return result;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = MAPPER.createArrayNode();
      array.forEach(item -> result.add(masked(item)));
      return result;
    }
    return node;
  }

  /** The document with random white space, and with random characters as escapes. */
  private String written(JsonNode node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private void write(JsonNode node, StringBuilder out) {
    space(out);
    if (node instanceof ObjectNode object) {
      out.append('{');
      int[] n = {0};
      object
          .properties()
          .forEach(
              e -> {
                out.append(n[0]++ > 0 ? "," : "");
                space(out);
                string(e.getKey(), out);
                space(out);
                out.append(':');
                write(e.getValue(), out);
              });
      out.append('}');
    } else if (node instanceof ArrayNode array) {
      out.append('[');
      for (int i = 0; i < array.size(); i++) {
        out.append(i > 0 ? "," : "");
        write(array.get(i), out);
      }
      out.append(']');
    } else if (node.isTextual()) {
      string(node.textValue(), out);
    } else {
      out.append(node);
    }
    space(out);
  }

  private void string(String s, StringBuilder out) {
    boolean escapes = random.nextInt(4) == 0;
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || (escapes && random.nextInt(3) == 0 && !Shapes.digit(c))) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private void space(StringBuilder out) {
    if (random.nextInt(8) == 0) {
      out.append(random.nextBoolean() ? " " : "\n  ");
    }
  }
}
