package io.sidelight.instrumentation.urlconnection;

import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;
import java.util.Set;

/**
 * Join points read in JDK 17.0.15, 17.0.19 and 25. What the application has of an https connection
 * hands everything on to a delegate that extends the class for http.
 */
public final class UrlConnectionInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "url-connection";
  public static final String SWITCH_HELP = "Whether `HttpURLConnection` is instrumented.";

  private static final String HTTP = "sun.net.www.protocol.http.HttpURLConnection";
  private static final String INPUT = HTTP + "$HttpInputStream";
  private static final String OUTPUT = HTTP + "$StreamingOutputStream";
  private static final String HTTPS =
      "sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection";
  private static final String ADVICE = "io.sidelight.instrumentation.urlconnection.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return List.of(
        JoinPoint.of(HTTP, "connect", "()V", ADVICE + "ConnectionAdvice$ConnectAdvice"),
        JoinPoint.of(HTTPS, "connect", "()V", ADVICE + "ConnectionAdvice$ConnectAdvice"),
        JoinPoint.of(
            HTTP,
            "getOutputStream",
            "()Ljava/io/OutputStream;",
            ADVICE + "ConnectionAdvice$OutputAdvice"),
        JoinPoint.of(
            HTTP,
            "getInputStream",
            "()Ljava/io/InputStream;",
            ADVICE + "ConnectionAdvice$InputAdvice"),
        JoinPoint.of(
            HTTP,
            "followRedirect0",
            "(Ljava/lang/String;ILjava/net/URL;)Z",
            ADVICE + "ConnectionAdvice$RedirectAdvice"),
        JoinPoint.of(HTTP, "disconnect", "()V", ADVICE + "ConnectionAdvice$DisconnectAdvice"),
        JoinPoint.of(INPUT, "read", "([BII)I", ADVICE + "BodyAdvice$ReadAdvice"),
        JoinPoint.of(INPUT, "close", "()V", ADVICE + "BodyAdvice$CloseAdvice"),
        JoinPoint.of(OUTPUT, "write", "(I)V", ADVICE + "BodyAdvice$WriteAdvice"),
        JoinPoint.of(OUTPUT, "write", "([BII)V", ADVICE + "BodyAdvice$WriteAdvice"),
        JoinPoint.of(OUTPUT, "close", "()V", ADVICE + "BodyAdvice$WriteAdvice"),
        JoinPoint.of(
            "sun.net.www.http.HttpClient",
            "writeRequests",
            "(Lsun/net/www/MessageHeader;Lsun/net/www/http/PosterOutputStream;)V",
            ADVICE + "ConnectionAdvice$AttemptAdvice"));
  }

  /** Where {@link MessageHeaders} looks. */
  @Override
  public Set<String> opens() {
    return Set.of("sun.net.www");
  }
}
