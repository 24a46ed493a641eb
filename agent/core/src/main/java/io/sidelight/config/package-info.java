/** Options, declared once, and where their values come from. */
@NullMarked
package io.sidelight.config;

import org.jspecify.annotations.NullMarked;
