package io.sidelight.event;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has used a privileged switch, or tried to: who, what, and for which request. It goes to
 * the audit trail and is written whatever the levels are.
 */
public final class Audit implements Event {

  private static final String UNKNOWN = "-";

  private final String action;
  private final String peer;
  private final boolean allowed;
  private final @Nullable String by;
  private final @Nullable String tokenId;
  private final @Nullable String reason;
  private final long unreported;

  private Audit(
      String action,
      @Nullable String peer,
      boolean allowed,
      @Nullable String by,
      @Nullable String tokenId,
      @Nullable String reason,
      long unreported) {
    this.action = action;
    this.peer = peer == null ? UNKNOWN : peer;
    this.allowed = allowed;
    this.by = by;
    this.tokenId = tokenId;
    this.reason = reason;
    this.unreported = unreported;
  }

  /**
   * It was allowed.
   *
   * @param action what was done, such as {@code debug_request}
   * @param peer address of who did it, null when it is not known
   * @param by what allowed it, such as {@code token}
   * @param tokenId which token, null for none; no secret
   */
  public static Audit allowed(
      String action, @Nullable String peer, String by, @Nullable String tokenId) {
    return new Audit(action, peer, true, by, tokenId, null, 0);
  }

  /**
   * It was refused.
   *
   * @param action what was tried
   * @param peer address of who tried it, null when it is not known
   * @param reason a word for operators; never what was sent
   * @param unreported how often the same peer was refused since its line before this one
   */
  public static Audit refused(
      String action, @Nullable String peer, String reason, long unreported) {
    return new Audit(action, peer, false, null, null, reason, unreported);
  }

  @Override
  public String name() {
    return EventNames.AUDIT;
  }

  @Override
  public String logger() {
    return "audit";
  }

  @Override
  public Level level() {
    return Level.INFO;
  }

  @Override
  public boolean audit() {
    return true;
  }

  @Override
  public void writeTo(Fields fields) {
    fields.constant(FieldNames.ACTION, action);
    fields.constant(FieldNames.OUTCOME, allowed ? "allowed" : "refused");
    fields.constant(FieldNames.PEER, peer);
    fields.constant(FieldNames.BY, by);
    fields.constant(FieldNames.TOKEN_ID, tokenId);
    fields.constant(FieldNames.REASON, reason);
    if (unreported > 0) {
      fields.number(FieldNames.UNREPORTED, unreported);
    }
  }
}
