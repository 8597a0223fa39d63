package dev.holdfast.benchmarks.memory;

import dev.holdfast.benchmarks.subject.Breaker;
import dev.holdfast.benchmarks.subject.Policies;
import java.util.List;

/**
 * What a breaker has been through.
 *
 * @param name in tables
 * @param policies which breaker
 * @param failures failed calls among 100, the first ones
 */
record Use(String name, Policies policies, int failures) {

    static final List<Use> ALL = List.of(
            new Use("breaker, heap", Policies.BREAKER, 0),
            new Use("breaker after failures, heap", Policies.BREAKER, 3),
            new Use("count window, heap", Policies.COUNT_WINDOW, 0),
            new Use("count window after failures, heap", Policies.COUNT_WINDOW, 3),
            new Use("time window after failures, heap", Policies.TIME_WINDOW, 3));

    /** Makes its calls. */
    Object apply(Breaker breaker) {
        for (int call = 0; call < 100; call++) {
            if (call < failures) {
                breaker.fail();
            } else {
                breaker.succeed();
            }
        }
        return breaker.instance();
    }
}
