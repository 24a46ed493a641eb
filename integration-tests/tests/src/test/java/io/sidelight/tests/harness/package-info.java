/**
 * The parts that the tests are made of: child JVMs with the jar as built, raw connections, lines,
 * access logs, and the versions to run.
 */
package io.sidelight.tests.harness;
