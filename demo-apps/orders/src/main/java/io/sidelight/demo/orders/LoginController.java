package io.sidelight.demo.orders;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signs a customer in; takes the password from a form or, as careless clients do, the query. */
@RestController
class LoginController {
  private static final Logger log = LoggerFactory.getLogger(LoginController.class);

  @PostMapping("/login")
  ResponseEntity<Void> login(
      @RequestParam("user") String user, @RequestParam("password") String password) {
    if (password.isBlank()) {
      log.warn("Sign-in refused for {}", user);
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    log.info("Signed in {}", user);
    ResponseCookie session =
        ResponseCookie.from("session", UUID.randomUUID().toString()).httpOnly(true).build();
    return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, session.toString()).build();
  }
}
