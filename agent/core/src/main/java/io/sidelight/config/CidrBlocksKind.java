package io.sidelight.config;

import org.jspecify.annotations.Nullable;

/** Blocks of addresses between commas. */
final class CidrBlocksKind extends ItemsKind<CidrBlock> {

  CidrBlocksKind() {
    super(1000, "addresses or blocks of them in CIDR notation, IPv4 or IPv6");
  }

  @Override
  @Nullable CidrBlock item(String text) {
    return CidrBlock.parse(text);
  }

  @Override
  @Nullable String itemDoubt(CidrBlock item) {
    String text = item.toString();
    return text.equals("0.0.0.0") || text.equals("::")
        ? "which is the address of no client; all addresses are " + text + "/0"
        : null;
  }
}
