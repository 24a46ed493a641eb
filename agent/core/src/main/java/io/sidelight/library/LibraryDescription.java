package io.sidelight.library;

/** Contributes names of one or more libraries. */
public interface LibraryDescription {

  /**
   * Adds names of the library's classes. Called once, on any thread of the application, when one of
   * these names is first needed; loads no class of the library.
   */
  void describe(LibraryNames names);
}
