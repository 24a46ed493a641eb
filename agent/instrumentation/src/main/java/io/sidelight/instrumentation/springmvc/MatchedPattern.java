package io.sidelight.instrumentation.springmvc;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.resource.DefaultServletHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.pattern.PathPattern;

/** The pattern with which Spring MVC has found the handler of this thread's request. */
final class MatchedPattern {

  /** {@code HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE}. */
  private static final String PATTERN =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

  /** {@code RouterFunctions.MATCHING_PATTERN_ATTRIBUTE}, all that Spring 5.2 sets for those. */
  private static final String FUNCTION_PATTERN =
      "org.springframework.web.servlet.function.RouterFunctions.matchingPattern";

  private static final String JAKARTA_STATUS = "jakarta.servlet.error.status_code";
  private static final String JAVAX_STATUS = "javax.servlet.error.status_code";

  private MatchedPattern() {}

  /** Null for static files, whose pattern says nothing, and for the error page of a request. */
  static @Nullable String of(Object handler) {
    if (handler instanceof ResourceHttpRequestHandler
        || handler instanceof DefaultServletHttpRequestHandler) {
      return null;
    }
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null || isErrorPage(request)) {
      return null;
    }
    Object pattern = attribute(request, PATTERN);
    if (pattern == null) {
      pattern = attribute(request, FUNCTION_PATTERN);
    }
    if (pattern instanceof String) {
      return (String) pattern;
    }
    return pattern instanceof PathPattern ? ((PathPattern) pattern).getPatternString() : null;
  }

  /** The attribute that the Servlet specification asks of an error dispatch. */
  private static boolean isErrorPage(RequestAttributes request) {
    return attribute(request, JAKARTA_STATUS) != null || attribute(request, JAVAX_STATUS) != null;
  }

  private static @Nullable Object attribute(RequestAttributes request, String name) {
    return request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
  }
}
