package io.sidelight.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(classes = {FieldNames.class, EventNames.class})
class FieldNamesTest {

  @Parameter Class<?> names;

  @Test
  void names_all_areLikeTheirConstants() throws IllegalAccessException {
    for (Field name : names.getFields()) {
      assertThat(name.get(null)).isEqualTo(name.getName().toLowerCase(Locale.ROOT));
    }
  }

  /** So the compiler copies them to where they are used, and nothing is loaded for a name. */
  @Test
  void names_all_areKnownToTheCompiler() throws IOException {
    try (InputStream file = names.getResourceAsStream(names.getSimpleName() + ".class")) {
      String content = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(content).contains("ConstantValue").doesNotContain("<clinit>");
    }
  }
}
