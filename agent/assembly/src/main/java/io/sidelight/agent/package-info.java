/** Where the agent's parts are put together. */
@NullMarked
package io.sidelight.agent;

import org.jspecify.annotations.NullMarked;
