package dev.holdfast.benchmarks.result;

import java.util.List;

/**
 * A number, and how sure it is.
 *
 * @param value the number
 * @param error its standard error; 0 where it is exact or was measured once
 * @param runs in how many fresh JVMs or rounds it was timed; 0 if it was counted, which needs no repetition
 */
public record Estimate(double value, double error, int runs) {

    /** Fewer runs say too little about their own spread to decide anything. */
    public static final int ENOUGH_RUNS = 4;

    /** The standard error of a median is this times that of a mean, for a normal distribution. */
    private static final double OF_A_MEDIAN = Math.sqrt(Math.PI / 2);

    /** Between the quartiles of a normal distribution lie so many standard deviations. */
    private static final double BETWEEN_QUARTILES = 1.349;

    /**
     * Returns a number that was counted.
     *
     * @param value the number
     * @return it, without an error
     */
    public static Estimate counted(double value) {
        return new Estimate(value, 0, 0);
    }

    /**
     * Returns the mean of what several runs have measured.
     *
     * @param runs a number for each run
     * @return their mean and its standard error
     */
    public static Estimate mean(List<Double> runs) {
        int count = runs.size();
        double mean = runs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        if (count == 1) {
            return new Estimate(mean, 0, 1);
        }
        double squares =
                runs.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
        return new Estimate(mean, Math.sqrt(squares / (count - 1) / count), count);
    }

    /**
     * Returns the median of many runs of which a few may be far off. Its error is taken from the quartiles, so that those few do not
     * count there either.
     *
     * @param runs a number for each run
     * @return their median and its standard error
     */
    public static Estimate median(List<Double> runs) {
        double spread = (quantile(runs, 0.75) - quantile(runs, 0.25)) / BETWEEN_QUARTILES;
        return new Estimate(quantile(runs, 0.5), OF_A_MEDIAN * spread / Math.sqrt(runs.size()), runs.size());
    }

    /**
     * Returns a number of a list, between two neighbours where it lies between them.
     *
     * @param numbers in any order
     * @param part how many of them are smaller, from 0 to 1
     * @return the quantile
     */
    public static double quantile(List<Double> numbers, double part) {
        List<Double> sorted = numbers.stream().sorted().toList();
        double position = part * (sorted.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
    }

    /**
     * Divides by a number that was measured independently.
     *
     * @param other the divisor
     * @return the quotient, with the errors of both
     */
    public Estimate over(Estimate other) {
        double ratio = value / other.value;
        double relative = Math.hypot(value == 0 ? 0 : error / value, other.error / other.value);
        return new Estimate(ratio, Math.abs(ratio) * relative, runs(other));
    }

    /**
     * Subtracts a number that was measured independently.
     *
     * @param other what is subtracted
     * @return the difference, with the errors of both
     */
    public Estimate minus(Estimate other) {
        return new Estimate(value - other.value, Math.hypot(error, other.error), runs(other));
    }

    private int runs(Estimate other) {
        return runs == 0 || other.runs == 0 ? Math.max(runs, other.runs) : Math.min(runs, other.runs);
    }

    /**
     * Says whether the number is surely below another: by more than two standard errors of their difference.
     *
     * @param other the other number
     * @return whether it is
     */
    public boolean isBelow(Estimate other) {
        Estimate gap = other.minus(this);
        return gap.value > 2 * gap.error;
    }
}
