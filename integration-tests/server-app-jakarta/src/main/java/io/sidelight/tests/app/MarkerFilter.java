package io.sidelight.tests.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Marks every response, and answers for the application where the path says so. */
final class MarkerFilter implements Filter {

  @Override
  public void init(FilterConfig config) {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse http = (HttpServletResponse) response;
    http.setHeader("X-Marker", "1");
    if (((HttpServletRequest) request).getRequestURI().endsWith("/filter/answers")) {
      http.setStatus(202);
      http.getWriter().write("from the filter");
      return;
    }
    chain.doFilter(request, response);
  }

  @Override
  public void destroy() {}
}
