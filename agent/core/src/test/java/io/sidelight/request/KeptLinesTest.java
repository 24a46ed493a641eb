package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptLinesTest {

  @Test
  void add_moreThanAllMayKeep_isDroppedAndCounted() {
    List<KeptLines> requests = new ArrayList<>();
    byte[] line = new byte[KeptLines.MOST_OF_ONE];
    for (long kept = 0; kept + line.length <= KeptLines.MOST_OF_ALL; kept += line.length) {
      KeptLines lines = new KeptLines();
      lines.add(line);
      requests.add(lines);
    }
    KeptLines tooMuch = new KeptLines();
    tooMuch.add(line);

    assertThat(tooMuch.dropped()).isEqualTo(1);
    assertThat(tooMuch.close()).isEmpty();
    requests.forEach(request -> assertThat(request.close()).hasSize(1));
    assertThat(KeptLines.Share.ofAll()).isZero();
  }

  @Test
  void add_toARequestThatIsComplete_keepsNothing() {
    KeptLines lines = new KeptLines();
    lines.close();
    lines.add(new byte[10]);

    assertThat(lines.close()).isEmpty();
    assertThat(KeptLines.Share.ofAll()).isZero();
  }

  @Test
  void requestThatNeverCompletes_givesItsRoomBack() {
    forgotten();
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (KeptLines.Share.ofAll() > 0 && System.nanoTime() < end) {
      System.gc();
      new KeptLines().close(); // which looks for what was collected
    }

    assertThat(KeptLines.Share.ofAll()).isZero();
  }

  private static void forgotten() {
    new KeptLines().add(new byte[1000]);
  }
}
