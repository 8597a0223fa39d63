package dev.holdfast.benchmarks.call;

import java.util.List;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A row of the table of successful calls that somebody listens to.
 *
 * @param measure its name
 * @param listening who listens
 */
record ListenerCase(String measure, Listening listening) implements MeasuredCase {

    /** All rows. */
    static final List<ListenerCase> ALL = List.of(
            new ListenerCase("success, no listener", Listening.NOBODY),
            new ListenerCase("success, listener to policies", Listening.POLICIES),
            new ListenerCase("listener to calls, without times", Listening.CALLS),
            new ListenerCase("listener to calls", Listening.TIMES),
            new ListenerCase("Micrometer's meters", Listening.MICROMETER));

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
        return List.of();
    }

    @Override
    public void configure(OptionsBuilder options) {
        options.include(ListenerBenchmark.class.getName()).param("listening", listening.name());
    }
}
