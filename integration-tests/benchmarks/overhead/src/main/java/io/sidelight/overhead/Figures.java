package io.sidelight.overhead;

/**
 * What requests to one path of a subject cost in one round.
 *
 * @param cpu CPU per request, microseconds
 * @param allocation bytes allocated by Java threads per request
 * @param rate requests per second
 * @param jit CPU of the JIT compiler during the measured requests, as a share of the process's; NaN
 *     where it can't be told and is therefore still part of {@code cpu}
 * @param records records written per answered request; NaN for subjects that write none
 */
record Figures(double cpu, double allocation, double rate, double jit, double records) {}
