package dev.holdfast.benchmarks.call;

import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long to measure.
 *
 * @param withRivals whether rivals are measured too
 * @param forks fresh JVMs for each figure, or 0 to stay in this one
 * @param warmups iterations before measuring
 * @param iterations that count
 * @param length of each iteration
 */
record Effort(boolean withRivals, int forks, int warmups, int iterations, TimeValue length) {

    static final Effort FULL = new Effort(true, 1, 3, 3, TimeValue.milliseconds(300));
    static final Effort QUICK = new Effort(false, 1, 3, 3, TimeValue.milliseconds(300));

    /** Only shows that all runs, in this JVM. */
    static final Effort SMOKE = new Effort(true, 0, 0, 1, TimeValue.milliseconds(10));

    /** Shows what Holdfast allocates, in this JVM: long enough for the compiler, and for what JMH allocates itself not to count. */
    static final Effort ALLOCATION = new Effort(false, 0, 2, 1, TimeValue.milliseconds(150));
}
