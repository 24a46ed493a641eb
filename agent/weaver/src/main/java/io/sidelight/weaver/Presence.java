package io.sidelight.weaver;

/** In which supported versions of a library a class declares a method. */
public enum Presence {
  /** A version without it is not supported: its instrumentation is disabled. */
  EVERY_VERSION,

  /** A version without it is no fault. */
  SOME_VERSIONS,

  /**
   * The method goes by another name in some versions: of all such join points in a class, each
   * version declares at least one.
   */
  ONE_OF_SEVERAL
}
