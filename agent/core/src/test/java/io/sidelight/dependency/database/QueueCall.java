package io.sidelight.dependency.database;

import io.sidelight.dependency.OutboundCall;
import io.sidelight.event.DependencyKind;
import io.sidelight.request.RequestScope;
import org.jspecify.annotations.Nullable;

/** A message of a made-up queue, of a kind that no schema has a name for. */
final class QueueCall extends OutboundCall {

  private static final DependencyKind KIND = DependencyKind.of("pigeon", "pigeons");

  private final String operation;

  private QueueCall(String operation) {
    super(RequestScope.current());
    this.operation = operation;
  }

  static QueueCall begin(String operation) {
    QueueCall call = new QueueCall(operation);
    call.begin();
    return call;
  }

  @Override
  public DependencyKind kind() {
    return KIND;
  }

  @Override
  public String client() {
    return "loft";
  }

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public @Nullable String detail() {
    return null;
  }

  @Override
  public boolean waits() {
    return operation.equals("take");
  }
}
