package dev.holdfast.benchmarks.result;

/**
 * One number that was measured.
 *
 * @param measure what was done
 * @param subject by whom
 * @param unit such as {@code ns} or {@code B}
 * @param value the number
 * @param error its standard error, or 0
 * @param runs in how many runs it was timed, or 0 if it was counted
 */
public record Figure(String measure, String subject, String unit, double value, double error, int runs) {

    /**
     * Returns the number, and how sure it is. A time in a file that says nothing of runs is taken as of one run.
     *
     * @return the estimate
     */
    public Estimate estimate() {
        return new Estimate(value, error, runs == 0 && isTime() ? 1 : runs);
    }

    private boolean isTime() {
        return unit.equals("ns") || unit.equals("ms") || unit.startsWith("ms ");
    }
}
