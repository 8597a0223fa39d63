package dev.holdfast.processor.policy;

import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.answer.ShapeAccess;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.attribute.UserClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One policy annotation as it was read. Belongs to the readers: it holds compiler types.
 *
 * @param policy the kind of protection
 * @param source the annotation
 * @param name the name of the instance; empty for a kind that has none
 * @param shared whether the instance is shared in a context under its name
 * @param calls what else sets up the runtime's builder
 * @param description what it does, with numbers, as plain text
 * @param waiting what it adds to waits
 * @param failures which exceptions, statuses and results count, or null for a kind that does not ask
 * @param statuses where the user says that a status can be read
 */
public record PolicySettings(
        Policy policy,
        AnnotationReader source,
        String name,
        boolean shared,
        CodeBlock calls,
        String description,
        Waiting waiting,
        @Nullable FailureClasses failures,
        StatusSources statuses) {

    /** The user's predicate on the result, or null. */
    public @Nullable UserClass predicate() {
        return failures == null ? null : failures.predicate();
    }

    /**
     * Waits in nanoseconds.
     *
     * @param schedule the waits between attempts
     * @param deadline the budget for a call, -1 for none
     * @param longestHint the longest wait accepted from a server, 0 where none is
     * @param holds whether such a wait holds back other calls too
     * @param place the longest wait for a place in a quota or a bulkhead, 0 where there is none
     * @param limits how long attempts may take
     * @param recovery how long a breaker lets nothing through, 0 where there is none
     */
    public record Waiting(
            Schedule schedule,
            long deadline,
            long longestHint,
            boolean holds,
            long place,
            Limits limits,
            long recovery) {

        public static final Waiting NONE = limited(Limits.NONE);

        /** Waits between attempts, with no say in how long these take. */
        public Waiting(Schedule schedule, long deadline, long longestHint, boolean holds, long place) {
            this(schedule, deadline, longestHint, holds, place, Limits.NONE, 0);
        }

        /** No waits, but limits. */
        public static Waiting limited(Limits limits) {
            return new Waiting(Schedule.constant(1, 0), -1, 0, false, 0, limits, 0);
        }

        /** No waits, but a time in which there are no calls. */
        static Waiting recovering(long recovery) {
            return new Waiting(Schedule.constant(1, 0), -1, 0, false, 0, Limits.NONE, recovery);
        }
    }

    /**
     * How long each attempt may take, in nanoseconds.
     *
     * @param first the first attempt, 0 for as long as it takes
     * @param increment how much longer each further one may
     */
    public record Limits(long first, long increment) {

        public static final Limits NONE = new Limits(0, 0);

        /** Of so many attempts, one after the other. */
        public Schedule schedule(int attempts) {
            return Schedule.growing(attempts, first, increment, Durations.LONGEST.toNanos());
        }
    }

    /**
     * What {@code @RateLimited} names.
     *
     * @param hint the user's hint class, or null
     * @param exceptions adapters for the exceptions in {@code on}
     */
    public record StatusSources(@Nullable UserClass hint, List<ShapeAccess> exceptions) {

        public static final StatusSources NONE = new StatusSources(null, List.of());

        public StatusSources {
            exceptions = List.copyOf(exceptions);
        }
    }
}
