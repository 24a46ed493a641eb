/** Tokens that put single requests in DEBUG: made by the command line, verified by the agent. */
@NullMarked
package io.sidelight.debug;

import org.jspecify.annotations.NullMarked;
