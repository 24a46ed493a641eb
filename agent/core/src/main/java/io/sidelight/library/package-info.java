/** What core has to know of libraries, contributed as text by the packages that know them. */
@NullMarked
package io.sidelight.library;

import org.jspecify.annotations.NullMarked;
