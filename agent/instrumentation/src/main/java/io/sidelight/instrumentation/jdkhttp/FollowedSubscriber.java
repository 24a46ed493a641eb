package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The application's subscriber to a body. It is called inside the request that the call was made
 * for, and the call ends before it hears of the end. What it throws goes through.
 */
final class FollowedSubscriber<T> implements HttpResponse.BodySubscriber<T> {

  private final HttpResponse.BodySubscriber<T> subscriber;
  private final ClientCall call;

  FollowedSubscriber(HttpResponse.BodySubscriber<T> subscriber, ClientCall call) {
    this.subscriber = subscriber;
    this.call = call;
  }

  HttpResponse.BodySubscriber<T> subscriber() {
    return subscriber;
  }

  @Override
  public CompletionStage<T> getBody() {
    ScopeToken token = RequestScope.makeCurrent(call.scope());
    try {
      return subscriber.getBody();
    } finally {
      token.close();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    ScopeToken token = RequestScope.makeCurrent(call.scope());
    try {
      subscriber.onSubscribe(
          subscription == null ? null : new FollowedSubscription(subscription, call));
    } finally {
      token.close();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    ScopeToken token = RequestScope.makeCurrent(call.scope());
    try {
      subscriber.onNext(item);
    } finally {
      token.close();
    }
  }

  @Override
  public void onError(Throwable throwable) {
    call.failed(throwable);
    ScopeToken token = RequestScope.makeCurrent(call.scope());
    try {
      subscriber.onError(throwable);
    } finally {
      token.close();
    }
  }

  @Override
  public void onComplete() {
    call.ended();
    ScopeToken token = RequestScope.makeCurrent(call.scope());
    try {
      subscriber.onComplete();
    } finally {
      token.close();
    }
  }
}
