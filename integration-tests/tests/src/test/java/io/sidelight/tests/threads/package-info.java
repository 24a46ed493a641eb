/** Requests that go on in other threads. */
package io.sidelight.tests.threads;
