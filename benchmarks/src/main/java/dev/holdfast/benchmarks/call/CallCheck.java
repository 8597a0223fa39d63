package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Subjects;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** A row of the table, measured so shortly that only great differences count. */
public final class CallCheck {

    private final MeasuredCase row;
    private final List<String> subjects;

    /**
     * Measures nothing yet.
     *
     * @param measure the row
     * @param subjects whom to measure
     */
    public CallCheck(String measure, List<String> subjects) {
        this.row = CallSuite.cases().stream()
                .filter(each -> each.measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No row " + measure));
        if (!Subjects.names().containsAll(subjects)) {
            throw new IllegalArgumentException("Not all are subjects: " + subjects);
        }
        this.subjects = List.copyOf(subjects);
    }

    /**
     * Measures.
     *
     * @param figures to add to
     * @throws RunnerException if a benchmark fails
     */
    public void measure(Figures figures) throws RunnerException {
        new CallSuite(Effort.CHECK, figures).measure(row, subjects).forEach((subject, samples) -> {
            figures.add(row.measure(), subject, "ns", samples.undisturbedNanos());
            figures.add(row.measure(), subject, "B", samples.bytes());
        });
    }
}
