package io.sidelight.instrumentation.jdkhttp;

import java.util.concurrent.Flow;

/** How the application asks for more of a body, and says that it wants no more. */
final class FollowedSubscription implements Flow.Subscription {

  private final Flow.Subscription subscription;
  private final ClientCall call;

  FollowedSubscription(Flow.Subscription subscription, ClientCall call) {
    this.subscription = subscription;
    this.call = call;
  }

  @Override
  public void request(long n) {
    subscription.request(n);
  }

  @Override
  public void cancel() {
    call.ended();
    subscription.cancel();
  }
}
