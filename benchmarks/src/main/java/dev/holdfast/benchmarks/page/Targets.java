package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.result.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** All targets, in the order of the questions that they belong to: success, limits, windows, rejections, memory, start, compiler. */
public final class Targets {

    private static final String BREAKER = "breaker, success";
    private static final String ALL_THREE = "retry + breaker + rate limit, success";
    private static final String FIRST_CALL = "first call, retry + breaker + rate limit";
    private static final String[] TIMERS = {"Resilience4j", "Failsafe", "SmallRye", "Helidon", "NettyWheel"};
    private static final String MONO = "mono retry + breaker, answered at once";
    private static final String SUSPEND = "suspend retry + breaker, answered at once";
    private static final String COMPILE = "ms for each interface";

    static final List<Target> ALL = List.of(
            Target.atMostTimes(1.4, "ns", BREAKER, "Floor"),
            Target.atMostTimes(1.6, "ns", ALL_THREE, "Floor"),
            Target.atMostTimes(1.5, "ns", BREAKER + ", many clients", "Floor"),
            Target.atMostTimes(1.5, "ns", ALL_THREE + ", many clients", "Floor"),
            Target.atMostTimes(1.4, "ns", BREAKER + ", 2 threads", "Floor"),
            Target.atMostTimes(1.6, "ns", ALL_THREE + ", 2 threads", "Floor"),
            Target.atMost(ALL_THREE + ": allocated", 0, "B", ALL_THREE),
            Target.allAtMost(
                    "not inlined into a hot caller, at any combination without a time window",
                    0,
                    "calls left",
                    "inlining, ",
                    "time window"),
            Target.atMostTimes(1.6, "ns", "short timeout, success", "NanoTime"),
            Target.atMostTimes(1, "ns", "long timeout, success", "NanoTime"),
            Target.atMost("long timeout, success: allocated", 0, "B", "long timeout, success"),
            Target.faster(1, "long timeout, success", TIMERS),
            Target.atMostMore(100, "ns", MONO, "Direct"),
            Target.atMostMore(150, "B", MONO, "Direct"),
            Target.atMostMore(15, "ns", SUSPEND, "Direct"),
            Target.atMostTimes(1.3, "ms", "lateness of a cut, 99th percentile", "ScheduledThreadPool"),
            Target.faster(7, "count window, 1 of 64 fails, 2 threads", "Resilience4j"),
            Target.faster(7, "time window, 1 of 64 fails, 2 threads", "Resilience4j"),
            Target.atMost(
                    "a count window with failures, without settings", 500, "B", "count window after failures, heap"),
            Target.atMost(
                    "a time window with failures, without settings", 500, "B", "time window after failures, heap"),
            Target.atMost("a rejection: allocated", 48, "B", "breaker, open"),
            Target.atMostTimes(0.45, "B", "pending retry, heap", "Resilience4j"),
            Target.atMost("for 100,000 pending retries", 1, "threads", "threads for 100,000 pending retries"),
            Target.atMostTimes(0.75, "kB", "jars", "Resilience4j"),
            Target.atMost("first protected call", 30, "classes", FIRST_CALL),
            Target.atMostTimes(0.35, "ms", FIRST_CALL, "Failsafe"),
            Target.atMost("an interface of 5 methods", 2, "class files", "class files for each interface"),
            Target.atMostTimes(0.75, COMPILE, "compiler, warm, 250x5", "MapStruct"),
            Target.atMostTimes(1.8, COMPILE, "compiler, warm, 250x5", "AutoValue"),
            Target.atMostTimes(1, COMPILE, "compiler, cold, 1000x5", "MapStruct"));

    private Targets() {}

    /**
     * Says whether a time must be measured often enough for a verdict.
     *
     * @param measure a row of the table
     * @return whether a target is about its times
     */
    public static boolean needTimesOf(String measure) {
        return ALL.stream()
                .anyMatch(target -> target.isRatio() && target.measure().equals(measure));
    }

    static String table(Figures figures) {
        return "| target | | figure | |\n|---|---|---|---|\n"
                + ALL.stream().map(target -> target.row(figures)).collect(Collectors.joining());
    }
}
