package dev.holdfast.processor.policy;

import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.answer.ShapeAccess;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.attribute.UserClass;
import dev.holdfast.processor.javac.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One policy annotation as it was read, with what it does: each effect is null where the annotation has none of that kind.
 * Readers and checks ask for effects, never for the kind of policy. Belongs to the readers: it holds compiler types.
 */
public final class PolicySettings {

    private final Policy policy;
    private final AnnotationReader source;
    private final String name;
    private final boolean shared;
    private final CodeBlock calls;
    private final String description;
    private final @Nullable Repetition repetition;
    private final @Nullable ServerWaits serverWaits;
    private final @Nullable Place place;
    private final @Nullable Limits limits;
    private final @Nullable Duration recovery;
    private final @Nullable String answering;
    private final @Nullable FailureClasses failures;
    private final StatusSources statuses;

    private PolicySettings(Builder builder) {
        this.policy = builder.policy;
        this.source = builder.source;
        this.name = builder.name;
        this.shared = builder.shared;
        this.calls = builder.calls;
        this.description = builder.description;
        this.repetition = builder.repetition;
        this.serverWaits = builder.serverWaits;
        this.place = builder.place;
        this.limits = builder.limits;
        this.recovery = builder.recovery;
        this.answering = builder.answering;
        this.failures = builder.failures;
        this.statuses = builder.statuses;
    }

    /**
     * Returns a builder of settings without any effect.
     *
     * @param calls the calls that set up the runtime's builder, beside that of the name
     * @param description what the policy does, with numbers, as plain text
     */
    static Builder of(Policy policy, AnnotationReader source, CodeBlock calls, String description) {
        return new Builder(policy, source, calls, description);
    }

    /** The kind of protection. */
    public Policy policy() {
        return policy;
    }

    /** The annotation. */
    public AnnotationReader source() {
        return source;
    }

    /** The name of the instance; empty for a kind that has none. */
    public String name() {
        return name;
    }

    /** Whether the instance is shared in a context under its name. */
    public boolean shared() {
        return shared;
    }

    /** The calls that set up the runtime's builder, beside that of the name. */
    public CodeBlock calls() {
        return calls;
    }

    /** What the policy does, with numbers, as plain text. */
    public String description() {
        return description;
    }

    /** Further attempts. */
    public @Nullable Repetition repetition() {
        return repetition;
    }

    /** Waits that servers ask for. */
    public @Nullable ServerWaits serverWaits() {
        return serverWaits;
    }

    /** The wait for a place before each attempt. */
    public @Nullable Place place() {
        return place;
    }

    /** How long attempts may take. */
    public @Nullable Limits limits() {
        return limits;
    }

    /** How long nothing is let through after too many failures. */
    public @Nullable Duration recovery() {
        return recovery;
    }

    /** The name of the methods that answer for a call that has failed; empty for the same method of a second client. */
    public @Nullable String answering() {
        return answering;
    }

    /** Which exceptions, statuses and results count. */
    public @Nullable FailureClasses failures() {
        return failures;
    }

    /** Where the user says that a status can be read. */
    public StatusSources statuses() {
        return statuses;
    }

    /** The user's predicate on the result, or null. */
    public @Nullable UserClass predicate() {
        return failures == null ? null : failures.predicate();
    }

    /** Where a duration is written. */
    public Position at(Duration duration) {
        return source.at(duration.attribute());
    }

    /**
     * A duration in nanoseconds.
     *
     * @param attribute the attribute that gives it
     */
    public record Duration(String attribute, long nanos) {}

    /**
     * Further attempts.
     *
     * @param afterFailures whether failures lead to one; else only an answer that is rate-limited does
     * @param schedule the waits between attempts
     * @param deadline the budget for a call, in nanoseconds; -1 for none
     * @param longestHint the longest wait accepted from a server where no policy has {@link ServerWaits}, in nanoseconds
     */
    public record Repetition(boolean afterFailures, Schedule schedule, long deadline, long longestHint) {

        /** Whether there is a second attempt at all. */
        public boolean isReal() {
            return schedule.size() > 0;
        }
    }

    /**
     * Waits that servers ask for, by a status and headers.
     *
     * @param longest the longest one accepted, in nanoseconds
     * @param holds whether they hold back other calls too
     */
    public record ServerWaits(long longest, boolean holds) {}

    /**
     * A place that each attempt needs.
     *
     * @param of what it is a place in, for a reader
     * @param longest the longest wait for it
     */
    public record Place(String of, Duration longest) {}

    /**
     * The time limits of the attempts.
     *
     * @param first the first attempt
     * @param increment how much longer each further one may
     * @param betweenItems between two items of a stream; -1 for no limit
     */
    public record Limits(Duration first, Duration increment, Duration betweenItems) {

        /** Of so many attempts, one after the other. */
        public Schedule schedule(int attempts) {
            return Schedule.growing(attempts, first.nanos(), increment.nanos(), Durations.LONGEST.toNanos());
        }
    }

    /**
     * Where the user says that a status can be read.
     *
     * @param hint the user's hint class, or null
     * @param exceptions adapters for exceptions that methods need not declare
     */
    public record StatusSources(@Nullable UserClass hint, List<ShapeAccess> exceptions) {

        static final StatusSources NONE = new StatusSources(null, List.of());

        public StatusSources {
            exceptions = List.copyOf(exceptions);
        }
    }

    /** Collects the effects of an annotation. */
    static final class Builder {

        private final Policy policy;
        private final AnnotationReader source;
        private final CodeBlock calls;
        private final String description;
        private String name = "";
        private boolean shared;
        private @Nullable Repetition repetition;
        private @Nullable ServerWaits serverWaits;
        private @Nullable Place place;
        private @Nullable Limits limits;
        private @Nullable Duration recovery;
        private @Nullable String answering;
        private @Nullable FailureClasses failures;
        private StatusSources statuses = StatusSources.NONE;

        private Builder(Policy policy, AnnotationReader source, CodeBlock calls, String description) {
            this.policy = policy;
            this.source = source;
            this.calls = calls;
            this.description = description;
        }

        /** Names the instance and shares it under that name; an empty name stands for an instance of its own. */
        Builder instance(String given) {
            name = given.isEmpty() ? Policy.displayName(source) : given;
            shared = !given.isEmpty();
            return this;
        }

        Builder repeats(Repetition effect) {
            repetition = effect;
            return this;
        }

        Builder obeys(ServerWaits effect) {
            serverWaits = effect;
            return this;
        }

        Builder waitsFor(Place effect) {
            place = effect;
            return this;
        }

        Builder limits(Limits effect) {
            limits = effect;
            return this;
        }

        Builder recovers(Duration effect) {
            recovery = effect;
            return this;
        }

        Builder answersBy(String method) {
            answering = method;
            return this;
        }

        Builder counts(FailureClasses classes) {
            failures = classes;
            return this;
        }

        Builder reads(StatusSources sources) {
            statuses = sources;
            return this;
        }

        PolicySettings build() {
            return new PolicySettings(this);
        }
    }
}
