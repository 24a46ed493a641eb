/** HTTP clients and the contract that each of them is held to. */
package io.sidelight.tests.client;
