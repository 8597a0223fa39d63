package dev.holdfast.benchmarks.check;

import dev.holdfast.benchmarks.call.CallCheck;
import dev.holdfast.benchmarks.compile.CompileCheck;
import dev.holdfast.benchmarks.size.JarSizeReport;
import dev.holdfast.benchmarks.startup.FirstCallReport;
import dev.holdfast.benchmarks.subject.Policies;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a few ratios and counts, and fails if one of them is beyond its bound. Ratios, because subjects that are measured in turn on
 * the same machine are slow together; bounds far from today's figures, because a machine that builds is busy. A change that makes a
 * success allocate, lock or look at the clock is farther beyond.
 */
public final class Check {

    private static final String BREAKER = "breaker, success";
    private static final String ALL_THREE = "retry + breaker + rate limit, success";
    private static final String FAILING = "breaker, 3 of 4 fail";
    private static final String RETRIED = "retry + breaker, first attempt fails";
    private static final String DIRTY = "count window, 1 of 64 fails, 2 threads";
    private static final String LONG_TIMEOUT = "long timeout, success";
    private static final String LISTENED = "success, listener to policies";
    private static final String FIRST_CALL = FirstCallReport.measure(Policies.LIMITED);

    /** What JMH allocates itself is less. */
    private static final double NOTHING = 0.1;

    private Check() {}

    /** The steps; lower a bound once a figure has become better, to about twice that. */
    static List<Step> steps() {
        return List.of(
                calls(
                        BREAKER,
                        List.of("Floor", "Holdfast", "Resilience4j"),
                        Bound.ratio(2.5, BREAKER, "ns", "Floor"),
                        Bound.ratio(0.1, BREAKER, "ns", "Resilience4j"),
                        Bound.count(NOTHING, BREAKER, "B")),
                calls(
                        ALL_THREE,
                        List.of("Floor", "Holdfast", "Resilience4j"),
                        Bound.ratio(3, ALL_THREE, "ns", "Floor"),
                        Bound.ratio(0.1, ALL_THREE, "ns", "Resilience4j"),
                        Bound.count(NOTHING, ALL_THREE, "B")),
                calls(
                        ALL_THREE + ", many clients",
                        List.of("Floor", "Holdfast"),
                        Bound.ratio(3.5, ALL_THREE + ", many clients", "ns", "Floor"),
                        Bound.count(NOTHING, ALL_THREE + ", many clients", "B")),
                calls(FAILING, List.of("Holdfast", "Resilience4j"), Bound.ratio(0.6, FAILING, "ns", "Resilience4j")),
                calls(RETRIED, List.of("Holdfast", "Resilience4j"), Bound.ratio(0.3, RETRIED, "ns", "Resilience4j")),
                calls(DIRTY, List.of("Holdfast", "Resilience4j"), Bound.ratio(0.2, DIRTY, "ns", "Resilience4j")),
                calls(
                        LONG_TIMEOUT,
                        List.of("NanoTime", "Holdfast", "Failsafe"),
                        Bound.ratio(2, LONG_TIMEOUT, "ns", "NanoTime"),
                        Bound.ratio(0.05, LONG_TIMEOUT, "ns", "Failsafe"),
                        Bound.count(NOTHING, LONG_TIMEOUT, "B")),
                calls(
                        LISTENED,
                        List.of("Direct", "Holdfast"),
                        Bound.ratio(4, LISTENED, "ns", "Direct"),
                        Bound.count(NOTHING, LISTENED, "B")),
                new Step(
                        figures -> FirstCallReport.measure(figures, Policies.LIMITED, List.of("Holdfast"), 1),
                        List.of(Bound.count(50, FIRST_CALL, "classes"))),
                new Step(
                        JarSizeReport::measure, List.of(Bound.ratio(1.2, JarSizeReport.MEASURE, "kB", "Resilience4j"))),
                new Step(
                        CompileCheck::measure,
                        List.of(
                                Bound.ratio(6, CompileCheck.MEASURE, CompileCheck.UNIT, "AutoValue"),
                                Bound.ratio(2.5, CompileCheck.MEASURE, CompileCheck.UNIT, "MapStruct"))));
    }

    private static Step calls(String measure, List<String> subjects, Bound... bounds) {
        return new Step(new CallCheck(measure, subjects)::measure, List.of(bounds));
    }

    /**
     * Runs it. Exits with 1 if a bound does not hold.
     *
     * @param arguments none
     * @throws Exception if something cannot be measured
     */
    public static void main(String[] arguments) throws Exception {
        long begin = System.nanoTime();
        List<String> broken = new ArrayList<>(new Judge(System.out).broken(steps()));
        System.out.printf("Measured in %d s.%n", (System.nanoTime() - begin) / 1_000_000_000);
        if (!broken.isEmpty()) {
            System.out.println("Beyond their bounds, twice in a row:");
            broken.forEach(each -> System.out.println("  " + each));
            System.out.println("If a change is worth that, it raises the bound in Check, and says why.");
        }
        // Some libraries leave threads behind that would keep the JVM alive.
        System.exit(broken.isEmpty() ? 0 : 1);
    }
}
