package dev.holdfast.benchmarks.check;

import dev.holdfast.benchmarks.result.Figures;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Measures step by step, and once more what is beyond a bound: a busy machine can spoil one measurement, a slower program spoils both. */
final class Judge {

    private final PrintStream out;

    Judge(PrintStream out) {
        this.out = out;
    }

    /** Returns a line for each bound that does not hold. */
    List<String> broken(List<Step> steps) throws Exception {
        List<String> broken = new ArrayList<>();
        for (Step step : steps) {
            List<Bound> doubtful = broken(step, step.bounds());
            if (!doubtful.isEmpty()) {
                out.println("Once more:");
                Figures again = measure(step);
                for (Bound bound : doubtful) {
                    if (!report(bound, again)) {
                        broken.add(bound.describe(again));
                    }
                }
            }
        }
        return broken;
    }

    private List<Bound> broken(Step step, List<Bound> bounds) throws Exception {
        Figures figures = measure(step);
        List<Bound> broken = new ArrayList<>();
        for (Bound bound : bounds) {
            if (!report(bound, figures)) {
                broken.add(bound);
            }
        }
        return broken;
    }

    private boolean report(Bound bound, Figures figures) {
        boolean holds = bound.holds(figures);
        out.println((holds ? "holds   " : "BEYOND  ") + bound.describe(figures));
        return holds;
    }

    private static Figures measure(Step step) throws Exception {
        Figures figures = new Figures("", new ArrayList<>());
        step.measurement().addTo(figures);
        return figures;
    }
}
