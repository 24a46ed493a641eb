/** The application that the server contract is checked with: one route for each way to answer. */
package io.sidelight.tests.app;
