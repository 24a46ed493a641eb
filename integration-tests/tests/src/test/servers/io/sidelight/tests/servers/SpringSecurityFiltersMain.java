package io.sidelight.tests.servers;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.AccessLogValve;
import org.springframework.security.access.ConfigAttribute;
import org.springframework.security.access.SecurityConfig;
import org.springframework.security.access.vote.AffirmativeBased;
import org.springframework.security.access.vote.RoleVoter;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.DefaultFilterInvocationSecurityMetadataSource;
import org.springframework.security.web.access.intercept.FilterSecurityInterceptor;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextPersistenceFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The filters of Spring Security put together by hand, on embedded Tomcat: for releases of a time
 * when nothing of Spring that reads class files ran on today's JDKs. Arguments: the folder to work
 * in, the pattern of the access log.
 */
public final class SpringSecurityFiltersMain {

  private SpringSecurityFiltersMain() {}

  public static void main(String[] args) throws LifecycleException, IOException {
    File work = new File(args[0]);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.getPath());
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(0);
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    tomcat.getEngine().getPipeline().addValve(accessLog(work, args[1]));
    Context context = tomcat.addContext("", work.getAbsolutePath());
    Tomcat.addServlet(context, "pages", new Pages());
    context.addServletMappingDecoded("/*", "pages");
    context.addServletContainerInitializer(
        (types, servlets) ->
            servlets
                .addFilter("security", (Filter) security())
                .addMappingForUrlPatterns(null, false, "/*"),
        null);
    tomcat.start();
    File unfinished = new File(work, "port.tmp");
    Files.writeString(unfinished.toPath(), Integer.toString(connector.getLocalPort()));
    Files.move(unfinished.toPath(), new File(work, "port").toPath());
    LockSupport.park();
  }

  private static AccessLogValve accessLog(File work, String pattern) {
    AccessLogValve log = new AccessLogValve();
    log.setDirectory(new File(work, "logs").getAbsolutePath());
    log.setPrefix("access");
    log.setSuffix(".log");
    log.setRotatable(false);
    log.setBuffered(false);
    log.setPattern(pattern);
    return log;
  }

  private static FilterChainProxy security() {
    DaoAuthenticationProvider provider = new DaoAuthenticationProvider();
    provider.setUserDetailsService(
        new InMemoryUserDetailsManager(
            User.withUsername("ada").password("{noop}analytical-engine").roles("CLERK").build()));
    AuthenticationManager manager = new ProviderManager(Collections.singletonList(provider));
    UsernamePasswordAuthenticationFilter form = new UsernamePasswordAuthenticationFilter();
    form.setAuthenticationManager(manager);
    BasicAuthenticationEntryPoint entryPoint = new BasicAuthenticationEntryPoint();
    entryPoint.setRealmName("contract");
    return new FilterChainProxy(
        new DefaultSecurityFilterChain(
            AnyRequestMatcher.INSTANCE,
            new SecurityContextPersistenceFilter(),
            new LogoutFilter("/open", new SecurityContextLogoutHandler()),
            form,
            new BasicAuthenticationFilter(manager, entryPoint),
            new AnonymousAuthenticationFilter("key"),
            new ExceptionTranslationFilter(entryPoint),
            authorization(manager)));
  }

  private static FilterSecurityInterceptor authorization(AuthenticationManager manager) {
    LinkedHashMap<RequestMatcher, Collection<ConfigAttribute>> rules = new LinkedHashMap<>();
    rules.put(
        request -> request.getRequestURI().equals("/clerk"),
        SecurityConfig.createList("ROLE_CLERK"));
    rules.put(
        request -> request.getRequestURI().equals("/chief"),
        SecurityConfig.createList("ROLE_CHIEF"));
    FilterSecurityInterceptor filter = new FilterSecurityInterceptor();
    filter.setAuthenticationManager(manager);
    filter.setAccessDecisionManager(new AffirmativeBased(List.of(new RoleVoter())));
    filter.setSecurityMetadataSource(new DefaultFilterInvocationSecurityMetadataSource(rules));
    return filter;
  }

  private static final class Pages extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      response.setContentType("text/plain");
      response.getWriter().write("page");
    }
  }
}
