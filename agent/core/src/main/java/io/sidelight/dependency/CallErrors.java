package io.sidelight.dependency;

import io.sidelight.exchange.Exceptions;
import io.sidelight.exchange.GuardedCall;
import io.sidelight.library.CallError;
import io.sidelight.library.LibraryNames;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why a call failed.
 *
 * <p>Clients wrap failures, each in its own way, so the whole chain of causes is looked at, and of
 * all categories found the first in the order of {@link CallError} is the one: a timeout that shows
 * as a cancelled exchange is a timeout, and an unknown host that shows as a refused connection is
 * an unknown host. Exceptions of libraries are told by the names that their packages contribute,
 * since they belong to the application.
 */
final class CallErrors {

  private static final int DEEPEST = 16;

  /** By name, since an image of the JDK may lack the module {@code java.net.http}. */
  private static final String HTTP_TIMEOUT = "java.net.http.HttpTimeoutException";

  private CallErrors() {}

  static CallError of(Throwable thrown) {
    CallError found = CallError.IO;
    Throwable each = thrown;
    for (int depth = 0; each != null && depth < DEEPEST; depth++) {
      CallError category = category(each);
      if (category != null && category.compareTo(found) < 0) {
        found = category;
      }
      each = GuardedCall.cause(each);
    }
    return found;
  }

  private static @Nullable CallError category(Throwable thrown) {
    CallError own = ownCategory(thrown);
    CallError named = namedCategory(thrown);
    return named == null || (own != null && own.compareTo(named) < 0) ? own : named;
  }

  /** The first category that a library has contributed for one of the exception's classes. */
  private static @Nullable CallError namedCategory(Throwable thrown) {
    LibraryNames names = LibraryNames.get();
    CallError found = null;
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      CallError category = names.failure(type.getName());
      if (category != null && (found == null || category.compareTo(found) < 0)) {
        found = category;
      }
    }
    return found;
  }

  private static @Nullable CallError ownCategory(Throwable thrown) {
    if (isTimeout(thrown)) {
      return CallError.TIMEOUT;
    }
    if (thrown instanceof UnknownHostException || thrown instanceof UnresolvedAddressException) {
      return CallError.DNS;
    }
    if (isTls(thrown)) {
      return CallError.TLS;
    }
    if (isCancelled(thrown)) {
      return CallError.CANCELLED;
    }
    if (isConnect(thrown)) {
      return CallError.CONNECT;
    }
    if (isReset(thrown)) {
      return CallError.RESET;
    }
    return isProtocol(thrown) ? CallError.PROTOCOL : null;
  }

  private static boolean isTimeout(Throwable thrown) {
    return thrown instanceof SocketTimeoutException
        || thrown instanceof TimeoutException
        || Exceptions.isA(thrown, HTTP_TIMEOUT)
        || (thrown instanceof InterruptedIOException && says(thrown, "timeout"))
        || (thrown instanceof ConnectException && says(thrown, "timeout connecting"));
  }

  private static boolean isTls(Throwable thrown) {
    if (thrown instanceof CertificateException) {
      return true;
    }
    // A connection that breaks is told as an SSLException itself, one that can't be as a subclass.
    return thrown instanceof SSLException
        && !(GuardedCall.cause(thrown) instanceof SocketException)
        && !says(thrown, "closed")
        && !says(thrown, "close_notify");
  }

  private static boolean isCancelled(Throwable thrown) {
    return thrown instanceof CancellationException
        || thrown instanceof InterruptedException
        || thrown instanceof InterruptedIOException
        || thrown instanceof ClosedByInterruptException
        || (!isStreamReset(thrown) && (says(thrown, "canceled") || says(thrown, "cancelled")));
  }

  /** The other side has ended a stream of HTTP/2, for which it may say {@code cancelled}, too. */
  private static boolean isStreamReset(Throwable thrown) {
    return says(thrown, "rst_stream") || says(thrown, "goaway");
  }

  private static boolean isConnect(Throwable thrown) {
    return thrown instanceof ConnectException
        || thrown instanceof NoRouteToHostException
        || (thrown instanceof SocketException && says(thrown, "unreachable"))
        || says(thrown, "unable to tunnel")
        || says(thrown, "tunnel failed");
  }

  private static boolean isReset(Throwable thrown) {
    return thrown instanceof SocketException
        || thrown instanceof EOFException
        || thrown instanceof ClosedChannelException
        || isStreamReset(thrown)
        || says(thrown, "reset")
        || says(thrown, "broken pipe")
        || says(thrown, "premature")
        || says(thrown, "unexpected end")
        || says(thrown, "received no bytes")
        || says(thrown, "close_notify")
        || says(thrown, "eof")
        || (says(thrown, "fixed content-length") && says(thrown, "bytes received"))
        || (says(thrown, "chunked transfer encoding") && says(thrown, "state"));
  }

  private static boolean isProtocol(Throwable thrown) {
    return thrown instanceof ProtocolException
        || says(thrown, "protocol error")
        || says(thrown, "invalid status line")
        || says(thrown, "invalid http response")
        || says(thrown, "invalid header");
  }

  /** The message is looked at, and goes nowhere. */
  private static boolean says(Throwable thrown, String words) {
    String message = GuardedCall.message(thrown);
    return message != null && message.toLowerCase(Locale.ROOT).contains(words);
  }
}
