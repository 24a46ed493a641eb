package io.sidelight.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items of one type between commas; none of them may be misspelled.
 *
 * @param <T> the type of an item; immutable, and its {@code toString} is what {@link #item} reads
 */
abstract class ItemsKind<T> extends Kind<List<T>> {
  private static final ListKind ITEMS = new ListKind();

  private final int most;
  private final String what;

  /**
   * @param most how many items there may be
   * @param what completes "a list with commas of up to {@code most} …"
   */
  ItemsKind(int most, String what) {
    this.most = most;
    this.what = what;
  }

  /**
   * Reads one item.
   *
   * @param text without white space around it
   * @return null if it is none
   */
  abstract @Nullable T item(String text);

  /** Why one item can hardly be what was meant, as {@link Kind#doubt}; or null. */
  @Nullable String itemDoubt(T item) {
    return null;
  }

  @Override
  @Nullable String doubt(List<T> value) {
    for (T item : value) {
      String doubt = itemDoubt(item);
      if (doubt != null) {
        return "has " + Printable.of(item.toString()) + ", " + doubt;
      }
    }
    return null;
  }

  @Override
  @Nullable List<T> parse(String text) {
    List<String> texts = ITEMS.parse(text);
    if (texts == null || texts.size() > most) {
      return null;
    }
    List<T> items = new ArrayList<>(texts.size());
    for (String each : texts) {
      T item = item(each);
      if (item == null) {
        return null;
      }
      items.add(item);
    }
    return Collections.unmodifiableList(items);
  }

  @Override
  String render(List<T> value) {
    StringBuilder text = new StringBuilder();
    for (T item : value) {
      text.append(text.length() == 0 ? "" : ",").append(item);
    }
    return text.toString();
  }

  @Override
  String description() {
    return "a list with commas of up to " + most + " " + what;
  }
}
