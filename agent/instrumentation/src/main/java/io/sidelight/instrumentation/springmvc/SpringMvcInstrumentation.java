package io.sidelight.instrumentation.springmvc;

import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;

/**
 * Join points read in Spring MVC 5.0.0, 5.1.0, 5.2.0, 5.3.0, 5.3.39, 6.0.0, 6.2.19, 7.0.0 and
 * 7.0.10.
 *
 * <p>{@code applyPreHandle} is the one place that every handler goes through just before it runs:
 * the attribute with the pattern is set by then, by the mapping or by an interceptor that the
 * mapping has put first. To read it when the request completes would be too late, since an error
 * page that is a controller has written its own pattern over it.
 */
public final class SpringMvcInstrumentation implements LibraryInstrumentation {

  private static final String CHAIN = "org.springframework.web.servlet.HandlerExecutionChain";
  private static final String ADVICE = "io.sidelight.instrumentation.springmvc.PreHandleAdvice";

  @Override
  public String name() {
    return "spring";
  }

  @Override
  public String id() {
    return "spring-mvc";
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return List.of(preHandle("javax"), preHandle("jakarta"));
  }

  /** The one or the other, by version. */
  private static JoinPoint preHandle(String namespace) {
    String http = "L" + namespace + "/servlet/http/HttpServlet";
    return JoinPoint.optional(
        CHAIN, "applyPreHandle", "(" + http + "Request;" + http + "Response;)Z", ADVICE);
  }
}
