package io.sidelight.instrumentation.okhttp;

import io.sidelight.library.CallError;
import io.sidelight.library.LibraryNames;
import io.sidelight.output.Diagnostics;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Join points read in OkHttp 3.14.9, 4.0.0, 4.3.1, 4.12.0 and 5.5.1, and looked up in the class
 * files of the releases from 3.14.0 on.
 *
 * <p>Up to 4.3 a call is in two classes, {@code okhttp3.RealCall} and {@code Transmitter}, from 4.4
 * on in {@code connection.RealCall}.
 */
public final class OkHttpInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "okhttp";
  public static final String SWITCH_HELP = "Whether OkHttp is instrumented.";

  private static final String CLIENT = "okhttp3.OkHttpClient";
  private static final String OLD_CALL = "okhttp3.RealCall";
  private static final String TRANSMITTER = "okhttp3.internal.connection.Transmitter";
  private static final String CALL = "okhttp3.internal.connection.RealCall";
  private static final String EXCHANGE = "okhttp3.internal.connection.Exchange";

  @Override
  public String name() {
    return SWITCH;
  }

  /** An OkHttp of another shape, such as one before 3.14, is left alone, and that is said. */
  @Override
  public boolean isFor(Predicate<String> library) {
    boolean known =
        library.test(EXCHANGE)
            && (library.test(CALL) || (library.test(OLD_CALL) && library.test(TRANSMITTER)));
    if (!known) {
      Diagnostics.report(
          "version:okhttp",
          "this version of OkHttp is not supported (3.14 and later are): its calls get no lines"
              + " and carry no request ID",
          null);
    }
    return known;
  }

  /** Every version has it. */
  @Override
  public Set<String> markerClasses() {
    return Set.of(CLIENT);
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("okhttp3.", "okio.");
    names.failures(
        CallError.RESET,
        "okhttp3.internal.http2.StreamResetException",
        "okhttp3.internal.http2.ConnectionShutdownException");
  }
}
