/** Steps: methods of the application that are timed because option {@code steps} means them. */
@NullMarked
package io.sidelight.instrumentation.steps;

import org.jspecify.annotations.NullMarked;
