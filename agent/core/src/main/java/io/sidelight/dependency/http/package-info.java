/** Calls by HTTP: their URL, their answers and redirects, and the headers that they carry on. */
@NullMarked
package io.sidelight.dependency.http;

import org.jspecify.annotations.NullMarked;
