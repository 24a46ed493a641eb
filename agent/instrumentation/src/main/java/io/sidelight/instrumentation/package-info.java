/** The libraries that are instrumented, one package for each. */
@NullMarked
package io.sidelight.instrumentation;

import org.jspecify.annotations.NullMarked;
