package io.sidelight.tests.logging;

/** All that Sidelight promises of the application's own lines. */
abstract class LoggingContract extends LoggingSuite
    implements EnrichedLinesContract, JsonLinesContract, SwitchContract, VerbosityContract {}
