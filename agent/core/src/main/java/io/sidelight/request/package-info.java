/**
 * What happens to one request: its scope, its ID, and the interface that a container adapter
 * implements.
 */
@NullMarked
package io.sidelight.request;

import org.jspecify.annotations.NullMarked;
