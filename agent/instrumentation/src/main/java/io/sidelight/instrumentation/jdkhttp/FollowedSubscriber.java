package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.request.RequestScope;
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
    RequestScope outer = RequestScope.enter(call.scope());
    try {
      return subscriber.getBody();
    } finally {
      RequestScope.enter(outer);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    RequestScope outer = RequestScope.enter(call.scope());
    try {
      subscriber.onSubscribe(
          subscription == null ? null : new FollowedSubscription(subscription, call));
    } finally {
      RequestScope.enter(outer);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    RequestScope outer = RequestScope.enter(call.scope());
    try {
      subscriber.onNext(item);
    } finally {
      RequestScope.enter(outer);
    }
  }

  @Override
  public void onError(Throwable throwable) {
    call.failed(throwable);
    RequestScope outer = RequestScope.enter(call.scope());
    try {
      subscriber.onError(throwable);
    } finally {
      RequestScope.enter(outer);
    }
  }

  @Override
  public void onComplete() {
    call.ended();
    RequestScope outer = RequestScope.enter(call.scope());
    try {
      subscriber.onComplete();
    } finally {
      RequestScope.enter(outer);
    }
  }
}
