package sample.library;

/** A library's class that has a join point, a field for advice, and a listener for adapters. */
public class Client {

  private final String host = "localhost";

  public String send(String path, int attempt) {
    return host + path + attempt;
  }

  public int status() {
    return 200;
  }

  /** What applications implement. */
  public interface Listener {

    void answered(Client client);
  }
}
