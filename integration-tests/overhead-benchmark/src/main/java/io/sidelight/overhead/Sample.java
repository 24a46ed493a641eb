package io.sidelight.overhead;

/**
 * The figures of one subject in one round.
 *
 * @param startWall launch to first answer, seconds
 * @param startCpu CPU of the process at that moment, seconds
 * @param cpu CPU per request, microseconds
 * @param allocation bytes allocated by Java threads per request
 * @param rate requests per second
 * @param jit CPU of the JIT compiler during the measured requests, as a share of the process's; NaN
 *     where it can't be told and is therefore still part of {@code cpu}
 * @param records records written per answered request; NaN for subjects that write none
 * @param javaVersion the JVM it ran on
 */
record Sample(
    double startWall,
    double startCpu,
    double cpu,
    double allocation,
    double rate,
    double jit,
    double records,
    String javaVersion) {}
