package io.sidelight.dependency.database;

import io.sidelight.dependency.OutboundCall;
import io.sidelight.event.DependencyKind;
import io.sidelight.event.Fields;
import io.sidelight.request.RequestScope;
import org.jspecify.annotations.Nullable;

/** A statement of a made-up database, as an instrumentation outside core would have it. */
final class StatementCall extends OutboundCall {

  static final DependencyKind KIND = DependencyKind.frequent("sql", "db");

  private final String operation;
  private final String shape;
  private final int batch;
  private @Nullable String sqlState;

  private StatementCall(@Nullable RequestScope scope, String operation, String shape, int batch) {
    super(scope);
    this.operation = operation;
    this.shape = shape;
    this.batch = batch;
  }

  /** Null inside a batch, whose statements are no calls of their own. */
  static @Nullable StatementCall begin(String operation, String shape, int batch) {
    if (innermost() instanceof StatementCall) {
      return null;
    }
    StatementCall call = new StatementCall(RequestScope.current(), operation, shape, batch);
    call.begin();
    return call;
  }

  /** The database has answered with an error. */
  void failedWith(String state) {
    synchronized (this) {
      sqlState = state;
    }
    rejected();
  }

  @Override
  public DependencyKind kind() {
    return KIND;
  }

  @Override
  public String client() {
    return "jdbc";
  }

  @Override
  public String system() {
    return "postgresql";
  }

  @Override
  public String name() {
    return "shop";
  }

  @Override
  public String host() {
    return "db-1.example.com";
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public String detail() {
    return shape;
  }

  @Override
  public synchronized void writeTo(Fields fields) {
    if (batch > 0) {
      fields.number("batch", batch);
    }
    fields.constant("sql_state", sqlState);
  }
}
