package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineQueueTest {

  @Test
  void lastEighth_isForImportantLines() {
    LineQueue queue = new LineQueue(16);

    assertThat(fill(queue, false)).isEqualTo(14);
    assertThat(fill(queue, true)).isEqualTo(2);
  }

  @Test
  void capacity_thatIsNoPowerOfTwo_isExact() {
    assertThat(fill(new LineQueue(100), true)).isEqualTo(100);
    assertThat(fill(new LineQueue(8), true)).isEqualTo(8);
    assertThat(fill(new LineQueue(9), true)).isEqualTo(9);
  }

  @Test
  void lines_comeOutInOrder_acrossManyRounds() {
    LineQueue queue = new LineQueue(8);
    for (int i = 0; i < 1000; i++) {
      assertThat(queue.offer(new byte[] {(byte) i}, true)).isTrue();
      assertThat(queue.offer(new byte[] {(byte) (i + 1)}, true)).isTrue();
      assertThat(queue.poll()).containsExactly((byte) i);
      assertThat(queue.poll()).containsExactly((byte) (i + 1));
      assertThat(queue.poll()).isNull();
      assertThat(queue.isEmpty()).isTrue();
    }
  }

  @Test
  void hugeLines_areBoundedByTheirBytes() {
    LineQueue queue = new LineQueue(8192);
    byte[] mebibyte = new byte[1024 * 1024];
    int taken = 0;
    while (queue.offer(mebibyte, false)) {
      taken++;
    }

    assertThat(taken).isEqualTo(14);
    while (queue.poll() != null) {
      assertThat(queue.offer(new byte[1], false)).isTrue();
      if (taken-- == 0) {
        break;
      }
    }
  }

  private static int fill(LineQueue queue, boolean important) {
    int taken = 0;
    while (queue.offer(new byte[1], important)) {
      taken++;
    }
    return taken;
  }
}
