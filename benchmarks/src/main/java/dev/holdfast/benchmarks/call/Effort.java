package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.page.Targets;
import dev.holdfast.benchmarks.result.Estimate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The duration of a measurement. The subjects of a row take turns, with a fresh JVM for each subject in each round, so a slow minute
 * of the machine hits all of them.
 *
 * @param withRivals whether rivals are measured too
 * @param fresh whether in fresh JVMs; else all stay in this one
 * @param rounds for a row with a target about its times
 * @param fewerRounds for the other rows
 * @param warmups iterations before measuring
 * @param iterations that count
 * @param length of each iteration
 */
record Effort(
        boolean withRivals, boolean fresh, int rounds, int fewerRounds, int warmups, int iterations, TimeValue length) {

    static final Effort FULL = new Effort(true, true, Estimate.ENOUGH_RUNS, 2, 4, 2, TimeValue.milliseconds(125));

    /** For chains of operators, which take seconds to be compiled. */
    static final Effort ANSWERS = new Effort(true, true, 4, 4, 16, 4, TimeValue.milliseconds(300));

    static final Effort QUICK = new Effort(false, true, 1, 1, 3, 3, TimeValue.milliseconds(300));

    /** For ratios with wide bounds. */
    static final Effort CHECK = new Effort(true, true, 3, 3, 3, 4, TimeValue.milliseconds(150));

    /** Only shows that all runs, in this JVM. */
    static final Effort SMOKE = new Effort(true, false, 1, 1, 0, 1, TimeValue.milliseconds(10));

    /** Shows what Holdfast allocates, in this JVM: long enough for the compiler, and for what JMH allocates itself not to count. */
    static final Effort ALLOCATION = new Effort(false, false, 1, 1, 2, 1, TimeValue.milliseconds(150));

    /** What a fresh JVM takes beside its iterations, roughly. */
    private static final long START_MILLIS = 700;

    int rounds(MeasuredCase measured) {
        return Targets.needTimesOf(measured.measure()) ? rounds : fewerRounds;
    }

    /** How long all rows take, roughly. */
    Duration expected(List<MeasuredCase> cases) {
        long jvm = START_MILLIS + (warmups + iterations) * length.convertTo(TimeUnit.MILLISECONDS);
        long jvms = cases.stream()
                .mapToLong(
                        each -> (long) rounds(each) * each.subjects(withRivals).size())
                .sum();
        return Duration.ofMillis(jvms * jvm);
    }
}
