package io.sidelight.tests.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.HttpConstraintElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletSecurityElement;
import jakarta.servlet.annotation.ServletSecurity.TransportGuarantee;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Routes for users, there only when the system property {@value #LOGIN} names how they log in. The
 * server has to know {@value #USER} with the password {@value #PASSWORD} and the role {@value
 * #ROLE}, and to take the login method from the property.
 */
public final class UserRoutes {

  /** {@code BASIC} or {@code FORM}. */
  public static final String LOGIN = "contract.login";

  public static final String USER = "ada";
  public static final String PASSWORD = "analytical-engine";
  public static final String ROLE = "clerk";

  /** For FORM: the page with the form, and where a failed login goes. */
  public static final String LOGIN_PAGE = "/user/login-page";

  private static final String ATTRIBUTE = "user";

  private UserRoutes() {}

  static void register(ServletContext context) {
    if (System.getProperty(LOGIN) == null) {
      return;
    }
    // Nothing of who is there is asked for: that alone makes some servers authenticate.
    add(context, "/user/open", (request, response) -> PlainRoutes.text(response, "open"));
    add(context, "/user/who", UserRoutes::who);
    add(context, "/user/login", UserRoutes::login);
    add(context, "/user/login-fails", UserRoutes::loginAndFail);
    add(context, "/user/login-logout", UserRoutes::loginAndLogout);
    add(context, "/user/logout", UserRoutes::logout);
    add(context, "/user/remember", UserRoutes::remember);
    add(context, "/user/recall", UserRoutes::recall);
    add(context, "/user/forget", UserRoutes::forget);
    add(context, LOGIN_PAGE, (request, response) -> PlainRoutes.text(response, "log in"));
    secure(add(context, "/user/clerk", UserRoutes::who), ROLE);
    secure(add(context, "/user/chief", UserRoutes::who), "chief");
    secure(add(context, "/user/clerk-async", UserRoutes::async), ROLE);
  }

  private static ServletRegistration.Dynamic add(
      ServletContext context, String path, Handler handler) {
    ServletRegistration.Dynamic servlet = context.addServlet(path, new RouteServlet(handler));
    servlet.setAsyncSupported(true);
    servlet.addMapping(path);
    return servlet;
  }

  private static void secure(ServletRegistration.Dynamic servlet, String role) {
    servlet.setServletSecurity(
        new ServletSecurityElement(new HttpConstraintElement(TransportGuarantee.NONE, role)));
  }

  private static void who(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PlainRoutes.text(response, "user " + request.getRemoteUser());
  }

  private static void login(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.login(USER, PASSWORD);
    who(request, response);
  }

  private static void loginAndFail(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    request.login(USER, PASSWORD);
    throw new IllegalStateException("after the login");
  }

  private static void loginAndLogout(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.login(USER, PASSWORD);
    logout(request, response);
  }

  private static void logout(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    who(request, response);
  }

  /** Puts {@code ?user=} into the session; {@code ?object} something that is no name. */
  private static void remember(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String user = request.getParameter("user");
    request.getSession(true).setAttribute(ATTRIBUTE, user == null ? new Account() : user);
    PlainRoutes.text(response, "remembered");
  }

  private static void recall(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    PlainRoutes.text(response, session == null ? "no session" : "session");
  }

  private static void forget(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    PlainRoutes.text(response, "forgotten");
  }

  private static void async(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.start(
        () -> {
          try {
            PlainRoutes.text(response, "async");
          } catch (IOException e) {
            throw new IllegalStateException(e);
          } finally {
            async.complete();
          }
        });
  }

  /** What an application keeps in its session, with all that it knows in its text. */
  private static final class Account implements java.io.Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "Account(ada, pin 4711-object)";
    }
  }
}
