package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** Patterns for hosts between commas. */
final class HostsKind extends ItemsKind<HostPattern> {

  HostsKind() {
    super(1000, "hosts, with `*` for any characters");
  }

  @Override
  @Nullable HostPattern item(String text) {
    return HostPattern.parse(text);
  }

  @Override
  @Nullable String itemDoubt(HostPattern item) {
    return item.doubt();
  }
}
