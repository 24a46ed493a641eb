/**
 * Puts advice into the application's classes and links it. The only room in which class files are
 * rewritten, with ASM; knows no library that is instrumented.
 */
@NullMarked
package io.sidelight.weaver;

import org.jspecify.annotations.NullMarked;
