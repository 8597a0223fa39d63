package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.client.Behaviour;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subjects;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A row of the table of synchronous calls.
 *
 * @param measure its name
 * @param policies what protects
 * @param behaviour of the delegate
 * @param load what else is loaded
 * @param threads that call at once
 * @param rivals whom to measure beside a direct call and Holdfast
 */
record CallCase(String measure, Policies policies, Behaviour behaviour, Load load, int threads, List<String> rivals)
        implements MeasuredCase {

    private static final List<String> BREAKERS =
            List.of("Resilience4j", "Resilience4jProxy", "Failsafe", "SmallRye", "Helidon");
    private static final List<String> ON_TWO_THREADS = List.of("Resilience4j", "Failsafe", "Helidon");
    private static final List<String> RESULT_READERS = List.of("Resilience4j", "Failsafe", "SmallRye");
    private static final List<String> COUNTERS = List.of("Resilience4j", "Failsafe", "SmallRye", "Helidon");
    private static final List<String> TIMERS = List.of("Resilience4j", "Failsafe");

    private static final List<String> LIMITERS =
            List.of("Resilience4j", "Failsafe", "SmallRye", "Helidon", "NettyWheel");

    /** All rows, in their order. */
    static final List<CallCase> ALL = List.of(
            success("breaker, success", Policies.BREAKER, Load.ONE, 1, BREAKERS),
            success("retry, success", Policies.RETRY, Load.ONE, 1, List.of("Spring")),
            success("retry + breaker, success", Policies.RETRY_BREAKER, Load.ONE, 1, COUNTERS),
            success("retry + breaker + rate limit, success", Policies.LIMITED, Load.ONE, 1, RESULT_READERS),
            success("long timeout, success", Policies.LONG_TIMEOUT, Load.ONE, 1, LIMITERS),
            success("short timeout, success", Policies.TIMEOUT, Load.ONE, 1, List.of()),
            success("everything, success", Policies.EVERYTHING, Load.ONE, 1, List.of()),
            success("breaker, success, many clients", Policies.BREAKER, Load.MANY, 1, COUNTERS),
            success("retry + breaker + rate limit, success, many clients", Policies.LIMITED, Load.MANY, 1, List.of()),
            success("breaker, success, 2 threads", Policies.BREAKER, Load.ONE, 2, ON_TWO_THREADS),
            success("retry + breaker + rate limit, success, 2 threads", Policies.LIMITED, Load.ONE, 2, List.of()),
            success("count window, success", Policies.COUNT_WINDOW, Load.ONE, 1, COUNTERS),
            dirty("count window, 1 of 64 fails", Policies.COUNT_WINDOW, 1, COUNTERS),
            dirty("count window, 1 of 64 fails, 2 threads", Policies.COUNT_WINDOW, 2, ON_TWO_THREADS),
            success("time window, success", Policies.TIME_WINDOW, Load.ONE, 1, TIMERS),
            dirty("time window, 1 of 64 fails, 2 threads", Policies.TIME_WINDOW, 2, TIMERS),
            new CallCase("breaker, 3 of 4 fail", Policies.BREAKER, Behaviour.THREE_IN_4_FAIL, Load.ONE, 1, COUNTERS),
            new CallCase(
                    "breaker, open",
                    Policies.BREAKER,
                    Behaviour.DOWN,
                    Load.ONE,
                    1,
                    List.of("Resilience4j", "Resilience4jStackless", "Failsafe", "SmallRye", "Helidon")),
            new CallCase(
                    "retry + breaker, first attempt fails",
                    Policies.RETRY_BREAKER,
                    Behaviour.SECOND_ATTEMPT_SUCCEEDS,
                    Load.ONE,
                    1,
                    COUNTERS));

    private static CallCase success(String measure, Policies policies, Load load, int threads, List<String> rivals) {
        return new CallCase(measure, policies, Behaviour.WELL, load, threads, rivals);
    }

    private static CallCase dirty(String measure, Policies policies, int threads, List<String> rivals) {
        return new CallCase(measure, policies, Behaviour.ONE_IN_64_FAILS, Load.ONE, threads, rivals);
    }

    @Override
    public boolean comparesWithDirect() {
        return behaviour != Behaviour.SECOND_ATTEMPT_SUCCEEDS;
    }

    @Override
    public List<String> floor() {
        if (behaviour != Behaviour.WELL) {
            return List.of();
        }
        return Stream.of("Floor", "NanoTime")
                .filter(each -> Subjects.named(each).policies().contains(policies))
                .toList();
    }

    @Override
    public void configure(OptionsBuilder options) {
        options.include(CallBenchmark.class.getName())
                .param("policies", policies.name())
                .param("behaviour", behaviour.name())
                .param("load", load.name())
                .threads(threads);
    }
}
