package io.sidelight.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items between commas; white space around an item and empty items do not count. */
class ListKind extends Kind<List<String>> {
  private static final int MAX_ITEMS = 1000;

  @Override
  @Nullable List<String> parse(String text) {
    if (Printable.hasControls(text)) {
      return null;
    }
    List<String> items = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String item = text.substring(start, end).trim();
      if (!item.isEmpty()) {
        items.add(item);
      }
      start = end + 1;
    }
    return items.size() <= MAX_ITEMS ? Collections.unmodifiableList(items) : null;
  }

  @Override
  String render(List<String> value) {
    return String.join(",", value);
  }

  @Override
  String description() {
    return "a list with commas between up to " + MAX_ITEMS + " items";
  }
}
