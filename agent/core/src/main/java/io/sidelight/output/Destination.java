package io.sidelight.output;

import java.io.IOException;

/** Where bytes of lines go. One thread at a time. */
interface Destination {

  /** For messages about it: {@code stdout}, {@code stderr} or a path. */
  String name();

  /** How many bytes a batch of lines may have; a single line may be longer. */
  int batchSize();

  /**
   * Writes whole lines, opening the destination if need be. After a failure the next write starts
   * on a line of its own, whatever part of this one came through.
   */
  void write(byte[] bytes, int length) throws IOException;
}
