package io.sidelight.tests.boot;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Endpoints that are no controllers: mapped by URL, and functional ones. */
@Configuration
class OtherEndpoints implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addStatusController("/gone/**", HttpStatus.GONE);
  }

  @Bean
  RouterFunction<ServerResponse> functional() {
    return RouterFunctions.route()
        .GET(
            "/functional/{id}",
            request -> ServerResponse.ok().body(Map.of("id", request.pathVariable("id"))))
        .build();
  }
}
