package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * The application's body handler, and the call that it was given for. What it throws and returns
 * goes through.
 */
final class FollowedHandler<T> implements HttpResponse.BodyHandler<T> {

  private final HttpResponse.BodyHandler<T> handler;
  private final ClientCall call;

  FollowedHandler(HttpResponse.BodyHandler<T> handler, ClientCall call) {
    this.handler = handler;
    this.call = call;
  }

  ClientCall call() {
    return call;
  }

  @Override
  public HttpResponse.@Nullable BodySubscriber<T> apply(HttpResponse.ResponseInfo response) {
    call.bodyBegins();
    HttpResponse.@Nullable BodySubscriber<T> subscriber = null;
    ScopeToken token = RequestScope.makeCurrent(call.scope());
    try {
      subscriber = handler.apply(response);
    } finally {
      token.close();
      if (subscriber == null) {
        call.ended(); // the answer was there, and the application can't take it
      }
    }
    return subscriber == null ? null : new FollowedSubscriber<>(subscriber, call);
  }
}
