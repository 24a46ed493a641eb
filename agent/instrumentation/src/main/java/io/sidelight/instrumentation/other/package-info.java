/** Libraries without an instrumentation, of which some names have to be known. */
@NullMarked
package io.sidelight.instrumentation.other;

import org.jspecify.annotations.NullMarked;
