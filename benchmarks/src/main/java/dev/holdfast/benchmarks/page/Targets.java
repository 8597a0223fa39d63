package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.result.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** All targets, in the order of the question that they belong to: success, windows, failures, asynchronous calls, size. */
final class Targets {

    private static final String FULL = "retry + breaker + rate limit, success";
    private static final String[] BREAKERS = {"Resilience4j", "Failsafe", "SmallRye", "Helidon"};
    private static final String[] NAMED_BREAKERS = {
        "Resilience4j", "Resilience4jStackless", "Failsafe", "SmallRye", "Helidon"
    };

    private static final String PER_INTERFACE = "ms for each interface";

    static final List<Target> ALL = List.of(
            Target.overhead(0.5, "ns", FULL),
            Target.overhead(1.2, "ns", FULL + ", many clients"),
            Target.overhead(1, "ns", FULL + ", 2 threads"),
            Target.atMost(FULL + ": allocated", 0, "B", FULL),
            Target.faster(15, "breaker, success", BREAKERS),
            Target.faster(50, "retry + breaker, success", BREAKERS),
            Target.faster(80, "retry + breaker, success", "Resilience4j"),
            Target.overhead(0.5, "ns", "count window, success"),
            Target.overhead(8, "ns", "count window, 1 of 64 fails"),
            Target.overhead(9, "ns", "time window, success"),
            Target.faster(10, "time window, success", "Resilience4j"),
            Target.faster(10, "count window, 1 of 64 fails, 2 threads", "Resilience4j"),
            Target.faster(10, "time window, success, 2 threads", "Resilience4j"),
            Target.atMost("a rejection", 30, "ns", "breaker, open"),
            Target.atMost("a rejection: allocated", 48, "B", "breaker, open"),
            Target.faster(6, "breaker, open", NAMED_BREAKERS),
            Target.overhead(15, "ns", "breaker, 3 of 4 fail"),
            Target.overhead(1, "ns", "async retry + breaker + rate limit, done"),
            Target.atMost("async, done: allocated", 0, "B", "async retry + breaker + rate limit, done"),
            Target.overhead(40, "ns", "async retry + breaker + rate limit, later"),
            Target.overhead(120, "B", "async retry + breaker + rate limit, later"),
            Target.atMost("a pending retry", 150, "B", "pending retry, heap"),
            Target.atMost("for 100,000 pending retries", 1, "threads", "threads for 100,000 pending retries"),
            Target.atMost("lateness of a retry, 99th percentile", 1, "ms", "lateness of a retry, 99th percentile"),
            Target.atMost("a breaker, without settings", 48, "B", "breaker, heap"),
            Target.atMost("a clean count window, without settings", 64, "B", "count window, heap"),
            Target.atMost("client and breaker, without settings", 96, "B", "client of one method, breaker, heap"),
            Target.atMost("jars of runtime and annotations", 100, "kB", "jars"),
            Target.atMost("first protected call", 3, "ms", "first call, retry + breaker + rate limit"),
            Target.atMost("first protected call", 20, "classes", "first call, retry + breaker + rate limit"),
            Target.ratio(1.0, PER_INTERFACE, "compiler, cold, 1000x5", "MapStruct"),
            Target.ratio(0.75, PER_INTERFACE, "compiler, warm, 1000x5", "MapStruct"),
            Target.ratio(1.8, PER_INTERFACE, "compiler, warm, 1000x5", "AutoValue"),
            Target.allAtMost("the biggest generated method", 325, "bytes of bytecode", "inlining, "),
            Target.allAtMost("not inlined into a hot caller, at any combination", 0, "calls left", "inlining, "));

    private Targets() {}

    static String table(Figures figures) {
        return "| target | | figure | |\n|---|---|---|---|\n"
                + ALL.stream().map(target -> target.row(figures)).collect(Collectors.joining());
    }
}
