package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** Sources of the user between commas. */
final class UserSourcesKind extends ItemsKind<UserSource> {

  UserSourcesKind() {
    super(16, "sources, each `principal`, `header:NAME`, `session:ATTRIBUTE` or `jwt:CLAIM`");
  }

  @Override
  @Nullable UserSource item(String text) {
    return UserSource.parse(text);
  }
}
