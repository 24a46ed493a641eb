/**
 * Spring Boot 1.5 to 4.1: the name of the application, from wherever Spring has read it.
 *
 * <p>{@code SpringApplication} is asked when its context has its environment and nothing else yet:
 * all property files, profiles and configuration servers have been read, and no server has started.
 */
@NullMarked
package io.sidelight.instrumentation.springboot;

import org.jspecify.annotations.NullMarked;
