/** Keeps secrets out of lines. Called by the encoders only. */
@NullMarked
package io.sidelight.redact;

import org.jspecify.annotations.NullMarked;
