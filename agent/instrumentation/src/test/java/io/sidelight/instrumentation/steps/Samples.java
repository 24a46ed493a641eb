package io.sidelight.instrumentation.steps;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** What an application may declare. */
final class Samples {

  private Samples() {}

  @Retention(RetentionPolicy.RUNTIME)
  @interface Timed {}

  @Retention(RetentionPolicy.CLASS)
  @interface Traced {}

  interface Pricing {
    String quote();

    default String doubled() {
      return quote() + quote();
    }
  }

  static class Simple implements Pricing, Supplier<String> {

    static final int LIMIT = Integer.parseInt("3");

    private final int number;

    Simple(int number) {
      this.number = number;
    }

    @Override
    public String quote() {
      return "quote " + number;
    }

    public String quote(int times) {
      return quote().repeat(times);
    }

    /** Has a bridge that returns Object. */
    @Override
    public String get() {
      Supplier<String> lazy = () -> "lazy " + number;
      return lazy.get();
    }

    private long hidden() {
      return number;
    }

    static native void nothing();

    @Override
    public boolean equals(Object other) {
      return other instanceof Simple && ((Simple) other).hidden() == hidden();
    }

    @Override
    public int hashCode() {
      return number;
    }

    @Override
    public String toString() {
      return quote();
    }
  }

  static class Annotated {

    @Timed
    String visible() {
      return "";
    }

    @Traced
    private String inClassFileOnly() {
      return "";
    }

    String plain() {
      return "";
    }
  }

  @Timed
  static class AllAnnotated {

    public String one() {
      Supplier<String> lambda = () -> "one";
      return lambda.get();
    }

    public static String two() {
      return "two";
    }

    String notPublic() {
      return "";
    }

    @Override
    public String toString() {
      return "";
    }
  }

  static class Returning {

    CompletableFuture<String> future() {
      return new CompletableFuture<>();
    }

    CompletionStage<String> stage() {
      return future();
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    Object any() {
      return future();
    }

    Future<String> old() {
      return future();
    }

    void nothing() {}

    String text() {
      return "";
    }

    int number() {
      return 1;
    }

    Future<?>[] many() {
      return new Future<?>[0];
    }
  }
}
