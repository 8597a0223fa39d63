package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.result.Estimate;

/** Whether a number keeps to a bound, as far as one can tell. */
enum Verdict {
    /** It does, by more than two standard errors. */
    MET("met"),
    /** It does not, by more than two standard errors. */
    SHORT("short"),
    /** It is too near to the bound to tell. */
    NOISE("within noise"),
    /** It was timed so few times that nobody knows its error. */
    TOO_FEW_RUNS("too few runs");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    static Verdict of(Estimate found, double bound, boolean atLeast) {
        if (found.runs() > 0 && found.runs() < Estimate.ENOUGH_RUNS) {
            return TOO_FEW_RUNS;
        }
        double room = atLeast ? found.value() - bound : bound - found.value();
        if (found.error() > 0 && Math.abs(room) <= 2 * found.error()) {
            return NOISE;
        }
        return room >= 0 ? MET : SHORT;
    }

    @Override
    public String toString() {
        return text;
    }
}
