package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.result.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What one subject's JVMs have measured of a row. */
final class Samples {

    private final List<Double> means = new ArrayList<>();
    private final List<Double> iterations = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();

    void add(RunResult jvm) {
        means.add(jvm.getPrimaryResult().getScore());
        jvm.getBenchmarkResults()
                .forEach(each -> each.getIterationResults().stream()
                        .map(IterationResult::getPrimaryResult)
                        .forEach(iteration -> iterations.add(iteration.getScore())));
        jvm.getSecondaryResults().forEach((name, value) -> {
            if (name.endsWith("gc.alloc.rate.norm")) {
                bytes.add(value.getScore());
            }
        });
    }

    /** Nanoseconds, with their spread between JVMs. */
    Estimate nanos() {
        return Estimate.mean(means);
    }

    /** Nanoseconds when little else ran: other load on the machine only adds to them, and seldom to three of four iterations. */
    double undisturbedNanos() {
        return Estimate.quantile(iterations, 0.25);
    }

    /** Bytes of each call; what JMH allocates itself is less than a tenth of one. */
    double bytes() {
        return Math.rint(Estimate.mean(bytes).value() * 10) / 10;
    }
}
