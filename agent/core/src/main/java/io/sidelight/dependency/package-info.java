/**
 * Calls to other systems, of whatever kind: from their beginning to their end, their lines, and
 * their part in the sums of the request.
 */
@NullMarked
package io.sidelight.dependency;

import org.jspecify.annotations.NullMarked;
