/** What Sidelight promises, checked from outside: real servers, the real jar, real connections. */
package io.sidelight.tests;
