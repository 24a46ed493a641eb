package io.sidelight.tests.servers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * A Spring Boot application with form login, BASIC and bearer tokens. Arguments: the folder that
 * gets {@code port} once the server listens, then Spring Boot's own.
 */
@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
@Import(SpringSecurityMain.Pages.class)
public class SpringSecurityMain {

  private static final String KEY = "a key of 32 bytes or more for HS256";

  public static void main(String[] args) throws IOException {
    ConfigurableApplicationContext context = SpringApplication.run(SpringSecurityMain.class, args);
    String port = context.getEnvironment().getProperty("local.server.port");
    File unfinished = new File(args[0], "port.tmp");
    Files.writeString(unfinished.toPath(), port);
    Files.move(unfinished.toPath(), new File(args[0], "port").toPath());
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.csrf(csrf -> csrf.disable())
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(request -> request.getRequestURI().startsWith("/open"))
                    .permitAll()
                    .requestMatchers(request -> request.getRequestURI().equals("/chief"))
                    .hasRole("CHIEF")
                    .anyRequest()
                    .authenticated())
        .formLogin(Customizer.withDefaults())
        .httpBasic(Customizer.withDefaults())
        .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
        .build();
  }

  @Bean
  UserDetailsService users() {
    return new InMemoryUserDetailsManager(
        User.withUsername("ada").password("{noop}analytical-engine").roles("CLERK").build());
  }

  @Bean
  JwtDecoder decoder() {
    byte[] key = KEY.getBytes(StandardCharsets.US_ASCII);
    return NimbusJwtDecoder.withSecretKey(new SecretKeySpec(key, "HmacSHA256")).build();
  }

  /** Everything under {@code /open} is for everybody. */
  @RestController
  static class Pages {

    /** Asks for nobody. */
    @GetMapping("/open")
    String open() {
      return "open";
    }

    @GetMapping({"/open/who", "/clerk", "/chief"})
    String who() {
      return "user " + SecurityContextHolder.getContext().getAuthentication().getName();
    }

    @GetMapping("/callable")
    Callable<String> callable() {
      return this::who;
    }

    @GetMapping("/deferred")
    DeferredResult<String> deferred() {
      DeferredResult<String> result = new DeferredResult<>();
      CompletableFuture.runAsync(() -> result.setResult("deferred"));
      return result;
    }

    @GetMapping("/fails")
    String fails() {
      throw new IllegalStateException("nobody handles this");
    }

    /** As the filters of many applications do it. */
    @GetMapping("/open/own-login")
    String ownLogin() {
      SecurityContextHolder.getContext().setAuthentication(token("lin"));
      return "logged in";
    }

    @GetMapping("/open/own-login-object")
    String ownLoginOfAnObject() {
      SecurityContextHolder.getContext().setAuthentication(token(new Account()));
      return "logged in";
    }

    /** A context for a task of the system's, which this request only prepares. */
    @GetMapping("/open/prepares")
    String prepares() {
      SecurityContext prepared = SecurityContextHolder.createEmptyContext();
      prepared.setAuthentication(token("system"));
      return "prepared";
    }

    /** A context that finds out who is there when it is asked, which takes its time. */
    @GetMapping("/open/own-context")
    String ownContext() {
      SecurityContext own = SecurityContextHolder.getContext();
      OwnContext asked = new OwnContext();
      SecurityContextHolder.setContext(asked);
      SecurityContextHolder.getContext();
      SecurityContextHolder.setContext(own);
      return "asked " + asked.asked;
    }

    /** Work done as the system for a while. */
    @GetMapping("/borrows")
    String borrows() {
      SecurityContext own = SecurityContextHolder.getContext();
      SecurityContext system = SecurityContextHolder.createEmptyContext();
      system.setAuthentication(token("system"));
      SecurityContextHolder.setContext(system);
      try {
        return who();
      } finally {
        SecurityContextHolder.setContext(own);
      }
    }

    private static UsernamePasswordAuthenticationToken token(Object principal) {
      return new UsernamePasswordAuthenticationToken(
          principal, null, AuthorityUtils.createAuthorityList("ROLE_CLERK"));
    }
  }

  private static final class OwnContext implements SecurityContext {

    private static final long serialVersionUID = 1L;

    private int asked;

    @Override
    public Authentication getAuthentication() {
      asked++;
      return Pages.token("eve");
    }

    @Override
    public void setAuthentication(Authentication authentication) {
      throw new UnsupportedOperationException();
    }
  }

  /** A principal that is no Spring type, with all that it knows in its text. */
  static final class Account {

    @Override
    public String toString() {
      return "Account(lin, pin 4711-object)";
    }
  }
}
