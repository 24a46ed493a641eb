package io.sidelight.request;

import org.jspecify.annotations.Nullable;

/** What is known of the user of one request. Immutable. */
final class RequestUser {

  static final RequestUser UNKNOWN = new RequestUser(null, Integer.MAX_VALUE, null, null);

  private final @Nullable String user;
  private final int rank;
  private final @Nullable String shown;
  private final @Nullable String authenticated;

  private RequestUser(
      @Nullable String user, int rank, @Nullable String shown, @Nullable String authenticated) {
    this.user = user;
    this.rank = rank;
    this.shown = shown;
    this.authenticated = authenticated;
  }

  /**
   * A source names the user; one that a source before it in the list has named stays.
   *
   * @param user as the source has it
   * @param rank of the source, 0 for the first
   * @param shown what stands on the lines
   */
  RequestUser named(String user, int rank, String shown) {
    return rank <= this.rank ? new RequestUser(user, rank, shown, authenticated) : this;
  }

  /** A framework has authenticated somebody of this name. */
  RequestUser authenticated(String name) {
    return new RequestUser(user, rank, shown, name);
  }

  boolean is(String user, int rank) {
    return rank == this.rank && user.equals(this.user);
  }

  /** Place of the source that named the user, a large number while nobody is known. */
  int rank() {
    return rank;
  }

  /** What stands on the lines, null while nobody is known. */
  @Nullable String shown() {
    return shown;
  }

  /** Name of whom a framework has authenticated last, null when none has. */
  @Nullable String authenticated() {
    return authenticated;
  }
}
