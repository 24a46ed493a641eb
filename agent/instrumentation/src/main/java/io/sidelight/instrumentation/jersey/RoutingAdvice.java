package io.sidelight.instrumentation.jersey;

import io.sidelight.request.RequestScope;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.internal.process.RequestProcessingContext;

/**
 * After {@code RoutingStage.apply}, which has gone through all locators of sub-resources, on the
 * thread that the request came on. It throws when nothing was found or the method isn't allowed.
 */
@AdviceOn(
    type = "org.glassfish.jersey.server.internal.routing.RoutingStage",
    method = "apply",
    descriptor =
        "(Lorg/glassfish/jersey/server/internal/process/RequestProcessingContext;)"
            + "Lorg/glassfish/jersey/process/internal/Stage$Continuation;")
final class RoutingAdvice {

  private static final String JAKARTA_STATUS = "jakarta.servlet.error.status_code";
  private static final String JAVAX_STATUS = "javax.servlet.error.status_code";

  private RoutingAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.Argument(0) RequestProcessingContext context) {
    RequestScope scope = RequestScope.current();
    if (scope == null || context.routingContext().getEndpoint() == null) {
      return;
    }
    ContainerRequest request = context.request();
    if (!isErrorPage(request)) {
      scope.route(MatchedTemplates.joined(request.getUriInfo().getMatchedTemplates()));
    }
  }

  /** The attribute that the Servlet specification asks of an error dispatch. */
  private static boolean isErrorPage(ContainerRequest request) {
    return request.getProperty(JAKARTA_STATUS) != null || request.getProperty(JAVAX_STATUS) != null;
  }
}
