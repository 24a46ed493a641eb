/** Advice for {@code sample.library}, written as that of a real library is. */
package io.sidelight.instrumentation.sample;
