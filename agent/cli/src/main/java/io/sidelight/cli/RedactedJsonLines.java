package io.sidelight.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.sidelight.output.JsonObjectLine;
import io.sidelight.redact.RedactionRules;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers each line {@code {"channel":…,"input":…}} with a line {@code {"output":…}}, or {@code
 * {"error":…}} where it can't be read. An error says nothing of the input, which may hold a secret.
 */
final class RedactedJsonLines {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(Lines.LIMIT)
                  .build())
          .build();

  private final @Nullable Channel otherwise;
  private final boolean explained;
  private final Masks masks;
  private final Lines in;
  private final RedactedOutput out;
  private final JsonObjectLine answer = new JsonObjectLine();

  private boolean failed;

  /**
   * @param otherwise the channel of lines that name none; null if they have to
   */
  RedactedJsonLines(
      @Nullable Channel otherwise,
      RedactionRules rules,
      boolean explained,
      InputStream in,
      RedactedOutput out) {
    this.otherwise = otherwise;
    this.explained = explained;
    this.masks = new Masks(rules, explained);
    this.in = new Lines(out.flushedBefore(in));
    this.out = out;
  }

  /** Answers all lines; false if one of them could not be read. */
  boolean run() throws IOException {
    boolean first = true;
    while (in.next()) {
      String line = in.line();
      int end = Lines.end(line);
      int start = first && line.startsWith("\uFEFF") ? 1 : 0;
      first = false;
      if (in.tooLong()) {
        refuse("the line is longer than " + Lines.LIMIT_TEXT);
      } else {
        answer(line.substring(start, end));
      }
      answer.writeTo(out.stream());
      out.write(in.tooLong() || end == line.length() ? "\n" : line.substring(end));
    }
    out.flush();
    return !failed;
  }

  private void answer(String line) {
    Wish wish;
    try (JsonParser parser = JSON.createParser(line)) {
      wish = wish(parser);
    } catch (IOException e) {
      refuse("not a JSON object of the form {\"channel\":\"query\",\"input\":\"a=b\"}");
      return;
    } catch (RefusedException e) {
      refuse(e.getMessage());
      return;
    }
    String output = wish.channel.redact(masks.redactor(), wish.input);
    answer.text("output", output);
    List<String> rules = masks.take();
    if (explained) {
      answer.texts("rules", rules);
    }
  }

  private void refuse(@Nullable String why) {
    failed = true;
    answer.text("error", String.valueOf(why));
  }

  private Wish wish(JsonParser parser) throws IOException, RefusedException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new RefusedException("not a JSON object");
    }
    String channel = null;
    String input = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
      if (name.equals("channel")) {
        channel = text ? parser.getText() : "";
      } else if (name.equals("input")) {
        input = text ? parser.getText() : null;
      }
      parser.skipChildren();
    }
    if (parser.nextToken() != null) {
      throw new RefusedException("more than one JSON object on the line");
    }
    Channel as = channel == null ? otherwise : Channel.named(channel);
    if (as == null) {
      throw new RefusedException("\"channel\" has to be one of " + Channel.names());
    }
    if (input == null) {
      throw new RefusedException("\"input\" has to be a string");
    }
    return new Wish(as, input);
  }

  /** What a line asks for. */
  private static final class Wish {
    final Channel channel;
    final String input;

    Wish(Channel channel, String input) {
      this.channel = channel;
      this.input = input;
    }
  }
}
