/** The jar, its options, other agents beside it, and what it does when something in it fails. */
package io.sidelight.tests.agent;
