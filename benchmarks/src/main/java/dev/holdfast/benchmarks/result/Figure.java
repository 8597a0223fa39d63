package dev.holdfast.benchmarks.result;

/**
 * One number that was measured.
 *
 * @param measure what was done
 * @param subject by whom
 * @param unit such as {@code ns} or {@code B}
 * @param value the number
 */
public record Figure(String measure, String subject, String unit, double value) {}
