package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderLinesTest {

  @Test
  void repeatedName_isJoinedInOrder() {
    HeaderLines lines = new HeaderLines(TestLines.redactor());
    lines.accept("Accept", "a");
    lines.accept("x-one", "1");
    lines.accept("accept", "b");
    lines.accept("ACCEPT", "c");

    assertThat(lines.byName()).extractingByKey("accept").hasToString("a, b, c");
    assertThat(lines.byName()).hasSize(2);
  }

  /** Memory is counted, not time: twice the lines take about twice the memory. */
  @Test
  void nameRepeatedThousandsOfTimes_takesLinearMemory() {
    allocated(1_000); // loads what is needed

    long one = allocated(20_000);
    long two = allocated(40_000);

    assertThat(two).isLessThan(one * 3);
  }

  private static long allocated(int times) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    HeaderLines lines = new HeaderLines(TestLines.redactor());
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < times; i++) {
      lines.accept("x-forwarded-for", "10.0.0.1");
    }
    Map<String, CharSequence> byName = lines.byName();
    long after = threads.getCurrentThreadAllocatedBytes();
    assertThat(byName.get("x-forwarded-for")).hasSize(times * 10 - 2);
    return after - before;
  }
}
