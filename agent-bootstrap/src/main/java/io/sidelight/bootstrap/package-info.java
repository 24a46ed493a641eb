/**
 * What the JVM's system class loader sees of the agent: the entry points and the loader that hides
 * the rest. JDK imports only, Java 8 bytecode; {@code AgentJarIT} holds it to that.
 */
package io.sidelight.bootstrap;
