/**
 * The application's own lines: whom they are for, how they look, and which of them are written.
 *
 * <p>An instrumentation of a logging library asks {@link io.sidelight.log.ApplicationLog} what is
 * wanted, takes a {@link io.sidelight.log.LoggedRequest} along with the line at the moment of
 * logging, and hands the line over as an {@link io.sidelight.event.ApplicationLine} where the
 * library would print it.
 */
@NullMarked
package io.sidelight.log;

import org.jspecify.annotations.NullMarked;
