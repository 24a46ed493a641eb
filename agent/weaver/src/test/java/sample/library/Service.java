package sample.library;

/** A library with a method of each shape that advice must not disturb. Knows nothing of agents. */
public class Service {

  private final String greeting;

  public Service(String greeting) {
    this.greeting = greeting;
  }

  public String greet(String name, int times) {
    if (times < 0) {
      throw new IllegalArgumentException("times " + times);
    }
    name = greeting + " " + name;
    times = times + 1;
    return name + " " + times;
  }

  public static String fixed(String name) {
    return "fixed " + name;
  }

  @SuppressWarnings("TooManyParameters")
  public String primitives(
      boolean z, byte b, char c, short s, int i, long l, float f, double d, String end) {
    return z + "," + b + "," + c + "," + s + "," + i + "," + l + "," + f + "," + d + "," + end;
  }

  public long branches(long a, double b, int[] counts) {
    long sum = a;
    for (int count : counts) {
      try {
        synchronized (this) {
          if (count == 0) {
            continue;
          }
          sum += 100 / (count - 1);
        }
      } catch (ArithmeticException e) {
        sum += (long) b;
      } finally {
        sum++;
      }
    }
    return sum > 1000 ? -1 : sum;
  }

  public synchronized double half(double of) {
    return of / 2;
  }

  public void nothing() {}
}
