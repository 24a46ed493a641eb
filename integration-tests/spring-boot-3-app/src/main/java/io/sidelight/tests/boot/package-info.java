/** A small Spring MVC application that Spring Boot 2.7 and 3 both compile. */
package io.sidelight.tests.boot;
