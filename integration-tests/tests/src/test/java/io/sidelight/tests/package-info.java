/**
 * What Sidelight promises, checked from outside: real servers, the real jar, real connections. Each
 * subject has a package of its own, and {@code harness} holds what they share.
 */
package io.sidelight.tests;
