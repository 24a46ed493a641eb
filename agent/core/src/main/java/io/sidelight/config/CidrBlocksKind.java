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
}
