package io.sidelight.instrumentation.sample;

import sample.library.Client;

/** An adapter: uses members of the library and implements one of its interfaces. */
final class SampleListener implements Client.Listener {

  private final int before;

  SampleListener(Client client) {
    before = client.status();
  }

  @Override
  public void answered(Client client) {
    if (client.status() < before) {
      throw new IllegalStateException();
    }
  }
}
