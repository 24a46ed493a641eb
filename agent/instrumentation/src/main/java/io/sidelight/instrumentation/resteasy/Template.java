package io.sidelight.instrumentation.resteasy;

import org.jboss.resteasy.spi.metadata.ResourceLocator;
import org.jspecify.annotations.Nullable;

/** The template of a method: {@code @Path} of its class, if it is a root, and its own. */
final class Template {

  private Template() {}

  /** With a slash in front; empty for a method of a sub-resource that has none of its own. */
  static String of(ResourceLocator method) {
    @Nullable String path = method.getFullpath();
    if (path == null || path.isEmpty()) {
      return "";
    }
    return path.charAt(0) == '/' ? path : "/".concat(path);
  }

  /** The same without a slash at the end, for another one to follow. */
  static String beginning(ResourceLocator locator) {
    String path = of(locator);
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
