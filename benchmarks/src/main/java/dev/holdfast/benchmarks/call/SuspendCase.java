package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.subject.SuspendSubjects;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A row of the table of calls of suspend functions.
 *
 * @param measure its name
 */
record SuspendCase(String measure) implements MeasuredCase {

    /** All rows. */
    static final List<SuspendCase> ALL = List.of(new SuspendCase("suspend retry + breaker, answered at once"));

    @Override
    public boolean comparesWithDirect() {
        return true;
    }

    @Override
    public List<String> floor() {
        return List.of();
    }

    @Override
    public List<String> rivals() {
        return SuspendSubjects.RIVALS;
    }

    @Override
    public List<String> subjects(boolean withRivals) {
        List<String> subjects = new ArrayList<>(List.of("Direct", "Holdfast"));
        if (withRivals) {
            subjects.addAll(rivals());
        }
        return subjects;
    }

    @Override
    public void configure(OptionsBuilder options) {
        options.include(SuspendBenchmark.class.getName());
    }
}
