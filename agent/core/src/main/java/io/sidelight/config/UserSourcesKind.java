package io.sidelight.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sources of the user between commas; none of them may be misspelled. */
final class UserSourcesKind extends Kind<List<UserSource>> {
  private static final int MAX_SOURCES = 16;
  private static final ListKind ITEMS = new ListKind();

  @Override
  @Nullable List<UserSource> parse(String text) {
    List<String> items = ITEMS.parse(text);
    if (items == null || items.size() > MAX_SOURCES) {
      return null;
    }
    List<UserSource> sources = new ArrayList<>(items.size());
    for (String item : items) {
      UserSource source = UserSource.parse(item);
      if (source == null) {
        return null;
      }
      sources.add(source);
    }
    return Collections.unmodifiableList(sources);
  }

  @Override
  String render(List<UserSource> value) {
    StringBuilder text = new StringBuilder();
    for (UserSource source : value) {
      text.append(text.length() == 0 ? "" : ",").append(source);
    }
    return text.toString();
  }

  @Override
  String description() {
    return "a list with commas of up to "
        + MAX_SOURCES
        + " sources, each `principal`, `header:NAME`, `session:ATTRIBUTE` or `jwt:CLAIM`";
  }
}
