package io.sidelight.instrumentation.jersey;

import java.util.List;
import java.util.ListIterator;
import org.glassfish.jersey.uri.UriTemplate;

/** The templates that a path was matched with, as one. */
final class MatchedTemplates {

  private MatchedTemplates() {}

  /**
   * Empty for the root.
   *
   * @param templates the last one first, as Jersey keeps them; those that stand for a resource
   *     without a path of its own are empty or a slash
   */
  static String joined(List<UriTemplate> templates) {
    StringBuilder route = new StringBuilder();
    ListIterator<UriTemplate> last = templates.listIterator(templates.size());
    while (last.hasPrevious()) {
      append(route, last.previous().getTemplate());
    }
    return route.toString();
  }

  private static void append(StringBuilder route, String template) {
    if (template.isEmpty() || template.equals("/")) {
      return;
    }
    int end = route.length();
    if (end > 0 && route.charAt(end - 1) == '/') {
      route.setLength(end - 1);
    }
    if (template.charAt(0) != '/') {
      route.append('/');
    }
    route.append(template);
  }
}
