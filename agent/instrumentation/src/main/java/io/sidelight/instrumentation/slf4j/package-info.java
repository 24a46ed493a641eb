/**
 * The builder of SLF4J 2 for lines of the fluent API, which several back ends share: suppliers
 * don't run for lines that are only kept.
 */
@NullMarked
package io.sidelight.instrumentation.slf4j;

import org.jspecify.annotations.NullMarked;
