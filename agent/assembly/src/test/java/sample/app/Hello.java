package sample.app;

/** An application: writes its arguments, and ends with the exit code that is asked for. */
final class Hello {

  private Hello() {}

  public static void main(String[] arguments) {
    for (String argument : arguments) {
      System.out.println("Hello " + argument);
    }
    System.err.println("written to standard error");
    System.exit(Integer.getInteger("exit", 0));
  }
}
