/** Steps: methods that the user wants to have timed, their lines and their sums. */
@NullMarked
package io.sidelight.step;

import org.jspecify.annotations.NullMarked;
