package io.sidelight.event;

import org.jspecify.annotations.Nullable;

/** An option got another value while the application runs. */
public final class ConfigChanged extends AgentEvent {

  private final String option;
  private final @Nullable String from;
  private final @Nullable String to;

  /**
   * An event with all of its fields.
   *
   * @param option full name, such as {@code sidelight.level}
   * @param from raw text of the value until now, null when it had none
   * @param to raw text of the value from now on, null when it has none
   */
  public ConfigChanged(String option, @Nullable String from, @Nullable String to) {
    super(EventNames.CONFIG_CHANGED, Level.INFO);
    this.option = option;
    this.from = from;
    this.to = to;
  }

  @Override
  public void writeTo(Fields fields) {
    fields.text(FieldNames.OPTION, option);
    fields.keyed(FieldNames.FROM, option, from);
    fields.keyed(FieldNames.TO, option, to);
  }
}
