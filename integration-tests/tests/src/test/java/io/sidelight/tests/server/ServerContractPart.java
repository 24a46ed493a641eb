package io.sidelight.tests.server;

import io.sidelight.tests.harness.Compatibility;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the parts of the contract are checked on. */
@ExtendWith(Compatibility.class)
public interface ServerContractPart {

  RunningService server();

  /** A text body of that many bytes. */
  static RequestBody body(int bytes) {
    return RequestBody.create("x".repeat(bytes), MediaType.get("text/plain"));
  }
}
