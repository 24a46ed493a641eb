package io.sidelight.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrBlockTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "10.0.0.0/8, 10.255.1.2, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.1.2.3/8, 10.9.9.9, true",
    "10.20.48.0/20, 10.20.63.255, true",
    "10.20.48.0/20, 10.20.64.0, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 203.0.113.9, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "::1, ::2, false",
    "fd00::/8, fdab:cdef::7, true",
    "fd00::/8, fe00::, false",
    "2001:db8:0:1::/64, 2001:db8:0:1:ffff::, true",
    "2001:db8:0:1::/64, 2001:db8:0:2::, false",
    "2001:db8::8000/113, 2001:db8::8001, true",
    "2001:db8::8000/113, 2001:db8::7fff, false",
    "fe80::/10, fe80:0:0:0:1:2:3:4%eth0, true",
    "10.0.0.0/8, ::ffff:10.1.2.3, true",
    "::ffff:10.0.0.0/104, 10.1.2.3, true",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8, true",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221, true",
    "10.0.0.0/8, 10.1.2.3:8080, false",
    "10.0.0.0/8, localhost, false",
    "10.0.0.0/8, , false"
  })
  void contains_address_byItsUpperBits(String block, String address, boolean inside) {
    assertThat(new CidrBlocksKind().parse(block))
        .singleElement()
        .satisfies(each -> assertThat(each.contains(address)).isEqualTo(inside));
  }

  @Test
  void contains_unknownAddress_false() {
    assertThat(requireNonNull(CidrBlock.parse("0.0.0.0/0")).contains(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10",
        "10.1.2",
        "10.1.2.3.4",
        "10.1.2.",
        ".1.2.3",
        "10.1.2.256",
        "010.1.2.3",
        "10.1.2.3/33",
        "10.1.2.3/",
        "10.1.2.3/-1",
        "10.1.2.3/8/8",
        "10.1.2.*",
        "localhost",
        "example.com/8",
        ":",
        ":::",
        "::1::",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "12345::",
        "g::",
        "::10.1.2",
        "10.1.2.3::",
        "1:2:3:4:5:6:7:10.1.2.3",
        "::/129",
        "::ffff:10.0.0.0/8",
        "fe80::1%eth0",
        "\u0661.1.1.1",
        "::\u0661"
      })
  void parse_noBlock_refusesTheWholeList(String text) {
    assertThat(new CidrBlocksKind().parse(text)).isNull();
    assertThat(new CidrBlocksKind().parse("127.0.0.1," + text)).isNull();
  }
}
