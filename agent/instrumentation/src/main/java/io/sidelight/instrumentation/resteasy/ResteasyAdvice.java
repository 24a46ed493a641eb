package io.sidelight.instrumentation.resteasy;

import io.sidelight.request.RequestScope;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.metadata.ResourceLocator;
import org.jspecify.annotations.Nullable;

/** Advice for the steps by which RESTEasy matches a path. */
final class ResteasyAdvice {

  private ResteasyAdvice() {}

  /**
   * Around {@code ResourceLocatorInvoker.invokeOnTargetObject}: the sub-resource matches the rest.
   */
  @AdviceOn(
      type = "org.jboss.resteasy.core.ResourceLocatorInvoker",
      method = "invokeOnTargetObject",
      descriptor =
          "(Lorg/jboss/resteasy/spi/HttpRequest;Lorg/jboss/resteasy/spi/HttpResponse;"
              + "Ljava/lang/Object;)Lorg/jboss/resteasy/specimpl/BuiltResponse;")
  static final class LocatorAdvice {

    private LocatorAdvice() {}

    /** Returns what was matched before, null outside a request. */
    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.FieldValue("method") ResourceLocator locator) {
      RequestScope scope = RequestScope.current();
      return scope == null ? null : scope.enterRoute(Template.beginning(locator));
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object outer) {
      RequestScope scope = RequestScope.current();
      if (scope != null && outer != null) {
        scope.leaveRoute((String) outer);
      }
    }
  }

  /** Before {@code ResourceMethodInvoker.invoke}: the whole path has been matched. */
  @AdviceOn(
      type = "org.jboss.resteasy.core.ResourceMethodInvoker",
      method = "invoke",
      descriptor = {
        "(Lorg/jboss/resteasy/spi/HttpRequest;Lorg/jboss/resteasy/spi/HttpResponse;)"
            + "Lorg/jboss/resteasy/specimpl/BuiltResponse;",
        "(Lorg/jboss/resteasy/spi/HttpRequest;Lorg/jboss/resteasy/spi/HttpResponse;"
            + "Ljava/lang/Object;)Lorg/jboss/resteasy/specimpl/BuiltResponse;"
      })
  static final class MethodAdvice {

    private static final String JAKARTA_STATUS = "jakarta.servlet.error.status_code";
    private static final String JAVAX_STATUS = "javax.servlet.error.status_code";

    private MethodAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.Argument(0) HttpRequest request,
        @Advice.FieldValue("method") ResourceLocator method) {
      RequestScope scope = RequestScope.current();
      if (scope != null && !isErrorPage(request)) {
        scope.route(Template.of(method));
      }
    }

    /** The attribute that the Servlet specification asks of an error dispatch. */
    private static boolean isErrorPage(HttpRequest request) {
      return request.getAttribute(JAKARTA_STATUS) != null
          || request.getAttribute(JAVAX_STATUS) != null;
    }
  }
}
