package sample.library;

/** Has the fields that {@link Shapes} inherits. */
class ShapesBase {

  protected final String label;
  private final int secret = 1;

  ShapesBase(String label) {
    this.label = label;
  }

  public int secret() {
    return secret;
  }
}
