package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.client.AsyncBehaviour;
import dev.holdfast.benchmarks.subject.Policies;
import java.util.List;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A row of the table of asynchronous calls.
 *
 * @param measure its name
 * @param policies what protects
 * @param behaviour of the delegate
 * @param rivals whom to measure beside a direct call and Holdfast
 */
record AsyncCase(String measure, Policies policies, AsyncBehaviour behaviour, List<String> rivals)
        implements MeasuredCase {

    private static final List<String> RIVALS = List.of("Resilience4j", "Failsafe", "SmallRye");

    /** All rows, in their order. */
    static final List<AsyncCase> ALL = List.of(
            new AsyncCase("async retry + breaker, done", Policies.RETRY_BREAKER, AsyncBehaviour.DONE, RIVALS),
            new AsyncCase("async retry + breaker + rate limit, done", Policies.LIMITED, AsyncBehaviour.DONE, List.of()),
            new AsyncCase("async retry + breaker, later", Policies.RETRY_BREAKER, AsyncBehaviour.LATER, RIVALS),
            new AsyncCase(
                    "async retry + breaker + rate limit, later", Policies.LIMITED, AsyncBehaviour.LATER, List.of()),
            new AsyncCase(
                    "async timeout, later",
                    Policies.LONG_TIMEOUT,
                    AsyncBehaviour.LATER,
                    List.of("Resilience4j", "Failsafe", "SmallRye", "NettyWheel")),
            new AsyncCase(
                    "async retry + breaker, first attempt fails",
                    Policies.RETRY_BREAKER,
                    AsyncBehaviour.SECOND_ATTEMPT_SUCCEEDS,
                    RIVALS));

    @Override
    public boolean comparesWithDirect() {
        return behaviour != AsyncBehaviour.SECOND_ATTEMPT_SUCCEEDS;
    }

    @Override
    public List<String> floor() {
        return List.of();
    }

    @Override
    public void configure(OptionsBuilder options) {
        options.include(AsyncBenchmark.class.getName())
                .param("policies", policies.name())
                .param("behaviour", behaviour.name());
    }
}
