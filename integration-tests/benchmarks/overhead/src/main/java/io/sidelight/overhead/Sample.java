package io.sidelight.overhead;

/**
 * The figures of one subject in one round.
 *
 * @param startWall launch to first answer, seconds
 * @param startCpu CPU of the process at that moment, seconds
 * @param plain requests that call nobody
 * @param calls requests that make three calls
 * @param javaVersion the JVM it ran on
 */
record Sample(
    double startWall, double startCpu, Figures plain, Figures calls, String javaVersion) {}
