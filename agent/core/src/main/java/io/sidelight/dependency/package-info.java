/** Calls out of the service: their lines, their part in the request's, and the ID they carry. */
@NullMarked
package io.sidelight.dependency;

import org.jspecify.annotations.NullMarked;
