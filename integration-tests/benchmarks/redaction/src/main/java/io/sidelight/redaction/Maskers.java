package io.sidelight.redaction;

import dev.blaauwendraad.masker.json.JsonMasker;
import dev.blaauwendraad.masker.json.config.JsonMaskingConfig;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.zalando.logbook.BodyFilter;
import org.zalando.logbook.json.JacksonJsonFieldBodyFilter;
import org.zalando.logbook.json.JsonBodyFilters;
import org.zalando.logbook.json.JsonPathBodyFilters;
import tools.jackson.core.json.JsonFactory;

/**
 * The subjects by name, each through the API that its users would take for a String.
 *
 * <p>All mask the values of the same keys. Sidelight alone decides by the words of a key and looks
 * for secrets in every other value too; the rest compare whole keys.
 */
final class Maskers {

  static final String MASK = "[REDACTED]";
  static final List<String> KEYS =
      List.of("password", "accessToken", "apiKey", "clientSecret", "cardNumber", "cvv");

  private static final String TYPE = "application/json";

  private Maskers() {}

  /**
   * @throws IllegalArgumentException for another name
   */
  static Masker json(String name) {
    return switch (name) {
      case "sidelight" -> new Redactor(RedactionRules.defaults())::json;
      case "json-masker" -> jsonMasker();
      case "regex" -> regex("\"(" + String.join("|", KEYS) + ")\"\\s*:\\s*\"[^\"]*\"");
      case "logbook" -> logbook(JsonBodyFilters.replaceJsonStringProperty(Set.copyOf(KEYS), MASK));
      case "logbook-fields" ->
          logbook(new JacksonJsonFieldBodyFilter(KEYS, MASK, new JsonFactory()));
      case "logbook-path" -> logbook(jsonPath());
      default -> throw new IllegalArgumentException(name);
    };
  }

  /**
   * @throws IllegalArgumentException for another name
   */
  static Masker text(String name) {
    return switch (name) {
      case "sidelight" -> new Redactor(RedactionRules.defaults())::text;
      case "regex" -> {
        Pattern pattern =
            Pattern.compile(
                "(" + String.join("|", KEYS) + ")(\\s*[=:]\\s*)\\S+", Pattern.CASE_INSENSITIVE);
        yield text -> pattern.matcher(text).replaceAll("$1$2" + MASK);
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Masker regex(String expression) {
    Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    return text -> pattern.matcher(text).replaceAll("\"$1\":\"" + MASK + "\"");
  }

  private static Masker jsonMasker() {
    JsonMasker masker =
        JsonMasker.getMasker(
            JsonMaskingConfig.builder().maskKeys(Set.copyOf(KEYS)).maskStringsWith(MASK).build());
    return masker::mask;
  }

  private static BodyFilter jsonPath() {
    BodyFilter all = JsonPathBodyFilters.jsonPath("$.." + KEYS.get(0)).replace(MASK);
    for (String key : KEYS.subList(1, KEYS.size())) {
      BodyFilter next = JsonPathBodyFilters.jsonPath("$.." + key).replace(MASK);
      BodyFilter merged = all.tryMerge(next);
      all = merged == null ? BodyFilter.merge(all, next) : merged;
    }
    return all;
  }

  private static Masker logbook(BodyFilter filter) {
    return text -> filter.filter(TYPE, text);
  }
}
