/** The commands of {@code java -jar sidelight-agent.jar}. Never loaded in an application's JVM. */
@NullMarked
package io.sidelight.cli;

import org.jspecify.annotations.NullMarked;
