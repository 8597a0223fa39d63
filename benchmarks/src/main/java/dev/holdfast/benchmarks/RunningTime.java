package dev.holdfast.benchmarks;

import dev.holdfast.benchmarks.call.CallSuite;
import dev.holdfast.benchmarks.compile.CompileTimeReport;
import dev.holdfast.benchmarks.startup.FirstCallReport;
import java.time.Duration;

/** Says before a whole run how long it will take: from the numbers of JVMs, iterations and rounds, on a machine of two processors. */
public final class RunningTime {

    /** Pending retries and cuts, memory, jars, inlining, for each JDK. */
    private static final Duration OTHERS = Duration.ofSeconds(60);

    /** For each JDK, and once for the page. */
    private static final Duration BUILD = Duration.ofSeconds(25);

    private RunningTime() {}

    /**
     * Prints it.
     *
     * @param arguments the number of JDKs
     */
    public static void main(String[] arguments) {
        int jdks = Integer.parseInt(arguments[0]);
        Duration calls = CallSuite.expected().multipliedBy(jdks);
        Duration firstCalls = FirstCallReport.expected().multipliedBy(jdks);
        Duration others = OTHERS.multipliedBy(jdks).plus(BUILD.multipliedBy(jdks + 1L));
        Duration compiler = CompileTimeReport.expected();
        Duration all = calls.plus(firstCalls).plus(others).plus(compiler);
        System.out.printf(
                "About %d minutes on %d JDKs: %d for calls, %d for first calls, %d for the compiler, %d for all else.%n",
                minutes(all), jdks, minutes(calls), minutes(firstCalls), minutes(compiler), minutes(others));
    }

    private static long minutes(Duration duration) {
        return Math.round(duration.toSeconds() / 60.0);
    }
}
