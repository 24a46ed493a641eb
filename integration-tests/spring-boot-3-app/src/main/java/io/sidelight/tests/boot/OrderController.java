package io.sidelight.tests.boot;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.ModelAndView;

/** One endpoint for each way in which Spring MVC answers. */
@RestController
class OrderController {

  private static final long TIMEOUT_MS = 200;

  @GetMapping("/orders/{id}")
  Map<String, Object> order(@PathVariable("id") int id) {
    return Map.of("id", id);
  }

  @PostMapping("/orders")
  ResponseEntity<Map<String, Object>> create(@RequestBody Map<String, Object> order) {
    return ResponseEntity.status(201).body(order);
  }

  @GetMapping("/forwarded/{id}")
  ModelAndView forwarded(@PathVariable("id") int id) {
    return new ModelAndView("forward:/orders/" + id);
  }

  @GetMapping("/fails")
  String fails() {
    throw new IllegalStateException("nobody handles this");
  }

  @GetMapping("/conflict")
  String conflict() {
    throw new ConflictException();
  }

  @GetMapping("/callable")
  Callable<String> callable() {
    return () -> "callable";
  }

  @GetMapping("/callable-fails")
  Callable<String> callableFails() {
    return () -> {
      throw new IllegalStateException("in the callable");
    };
  }

  @GetMapping("/deferred")
  @SuppressWarnings("FutureReturnValueIgnored") // the result is what completes
  DeferredResult<String> deferred() {
    DeferredResult<String> result = new DeferredResult<>();
    CompletableFuture.runAsync(() -> result.setResult("deferred"));
    return result;
  }

  @GetMapping("/deferred-times-out")
  DeferredResult<String> deferredTimesOut() {
    return new DeferredResult<>(TIMEOUT_MS);
  }

  @ExceptionHandler
  ResponseEntity<String> handle(ConflictException e) {
    return ResponseEntity.status(409).body("conflict");
  }

  /** Handled by this controller. */
  private static final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
