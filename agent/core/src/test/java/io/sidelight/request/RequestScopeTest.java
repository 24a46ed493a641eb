package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.exchange.ApplicationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestScopeTest {

  private final FakeExchange exchange = new FakeExchange();

  @AfterEach
  void leave() {
    RequestScope.makeCurrent(null).keep();
  }

  @Test
  void abandonAll_scopeOnThread_isNoLongerCurrentAndALaterOneIs() {
    RequestScope.makeCurrent(scope()).keep();
    RequestScope.abandonAll();
    assertThat(RequestScope.current()).isNull();
    RequestScope later = scope();
    RequestScope.makeCurrent(later).keep();
    assertThat(RequestScope.current()).isSameAs(later);
  }

  @Test
  void levelOverrides_asLongAsOneIsUnderWay_andNotForThoseThatWereAbandoned() {
    RequestScope one = scope();
    RequestScope other = scope();
    one.enterDebug("1");
    one.enterDebug("1");
    other.enterDebug("1");
    one.finish();
    one.finish();
    assertThat(LevelOverrides.any()).isTrue();

    RequestScope.abandonAll();
    assertThat(LevelOverrides.any()).isFalse();
    RequestScope later = scope();
    later.enterDebug("1");
    other.finish();
    assertThat(LevelOverrides.any()).isTrue();
    later.finish();
    later.enterDebug("1");
    assertThat(LevelOverrides.any()).isFalse();
  }

  @Test
  void application_untilOneIsSet_isTheExchangeAndGoneAfterwards() {
    RequestScope scope = scope();
    assertThat(scope.application()).isSameAs(exchange);
    ApplicationRequest application = new FakeExchange();
    scope.application(application);
    assertThat(scope.application()).isSameAs(application);
    scope.finish();
    assertThat(scope.application()).isNull();
  }

  @Test
  void attach_severalClasses_keepsTheLastOfEach() {
    RequestScope scope = scope();
    One first = new One();
    Other other = new Other();
    One last = new One();
    scope.attach(first);
    scope.attach(other);
    assertThat(scope.attachment(One.class)).isSameAs(first);
    scope.attach(last);
    assertThat(scope.attachment(One.class)).isSameAs(last);
    assertThat(scope.attachment(Other.class)).isSameAs(other);
    scope.attach(new Other());
    assertThat(scope.attachment(One.class)).isSameAs(last);
    assertThat(scope.attachment(Other.class)).isNotSameAs(other);
  }

  @Test
  void attach_requestHasCompleted_keepsNothing() {
    RequestScope scope = scope();
    scope.attach(new One());
    scope.finish();
    assertThat(scope.attachment(One.class)).isNull();
    scope.attach(new One());
    assertThat(scope.attachment(One.class)).isNull();
  }

  @Test
  void route_nestedRouters_isPutTogetherAndTheFirstMatchStays() {
    RequestScope scope = scope();
    String outer = scope.enterRoute("/shop");
    String inner = scope.enterRoute("/{tenant}");
    scope.leaveRoute(inner);
    assertThat(scope.route()).isNull();
    scope.route("/orders/{id}");
    scope.leaveRoute(outer);
    scope.route("/error");
    assertThat(scope.route()).isEqualTo("/shop/orders/{id}");
  }

  @Test
  void user_ofALaterSource_doesNotReplaceTheOneOfAnEarlier() {
    RequestScope scope = scope();
    scope.user("bob", 1, "b");
    scope.authenticated("principal");
    scope.user("ada", 0, "a");
    scope.user("eve", 1, "e");
    assertThat(scope.userId()).isEqualTo("a");
    assertThat(scope.user().is("ada", 0)).isTrue();
    assertThat(scope.user().authenticated()).isEqualTo("principal");
  }

  @Test
  void finish_calledTwice_givesTheExchangeOnce() {
    RequestScope scope = scope();
    assertThat(scope.finish()).isSameAs(exchange);
    assertThat(scope.finish()).isNull();
    assertThat(scope.isFinished()).isTrue();
  }

  private RequestScope scope() {
    return new RequestScope(exchange, "id", true, null, TraceContext.of(exchange));
  }

  private static final class One extends Attachment {}

  private static final class Other extends Attachment {}
}
