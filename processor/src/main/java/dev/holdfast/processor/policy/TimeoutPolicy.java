package dev.holdfast.processor.policy;

import static dev.holdfast.processor.diagnostic.Argument.ELEMENT;
import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.takes;
import static dev.holdfast.processor.diagnostic.Wording.also;
import static dev.holdfast.processor.diagnostic.Wording.error;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.Wording;
import dev.holdfast.processor.model.RuntimeNames;
import dev.holdfast.processor.policy.PolicySettings.Limits;
import java.util.List;

/** {@code @Timeout}. */
public final class TimeoutPolicy extends Policy {

    TimeoutPolicy() {
        super("Timeout", "timeout", RuntimeNames.runtime("TimeLimiter"), "TimeLimitSetup");
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return List.of(Mistake.values());
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        long limit = annotation.positiveDuration("value");
        long increment = annotation.duration("increment");
        long betweenItems = annotation.optionalDuration("betweenItems");
        BuilderCalls calls = new BuilderCalls(annotation)
                .requiredDuration("limit", limit)
                .duration("increment", increment)
                .duration("betweenItems", betweenItems);
        String description = "cuts " + (increment == 0 ? "each attempt" : "the first attempt") + " after "
                + Durations.format(limit)
                + (increment == 0 ? "" : ", each further one " + Durations.format(increment) + " later")
                + (betweenItems <= 0 ? "" : ", a stream after " + Durations.format(betweenItems) + " without an item");
        return PolicySettings.of(this, annotation, calls.build(), description)
                .limits(new PolicySettings.Limits(
                        new PolicySettings.Duration("value", Math.max(0, limit)),
                        new PolicySettings.Duration("increment", increment),
                        new PolicySettings.Duration("betweenItems", betweenItems)))
                .build();
    }

    @Override
    public void check(PolicySettings settings, ProtectedMethod method, Problems problems) {
        Limits limits = settings.limits();
        if (limits != null && limits.first().nanos() > 0) {
            checkDeadline(settings, limits, method, problems);
            checkIncrement(settings, limits, method, problems);
        }
    }

    @Override
    public void checkItems(PolicySettings settings, boolean ofStreams, Problems problems) {
        Limits limits = settings.limits();
        if (limits != null && limits.betweenItems().nanos() > 0 && !ofStreams) {
            AnnotationReader source = settings.source();
            problems.report(
                    source.isOnType() ? Mistake.BETWEEN_ITEMS_UNUSED_ON_TYPE : Mistake.BETWEEN_ITEMS_UNUSED,
                    settings.at(limits.betweenItems()),
                    source.name(),
                    limits.betweenItems().attribute(),
                    source.target());
        }
    }

    private static void checkDeadline(
            PolicySettings settings, Limits limits, ProtectedMethod method, Problems problems) {
        PolicySettings budget = method.first(each -> deadline(each) > 0);
        if (budget != null && limits.first().nanos() > deadline(budget)) {
            problems.report(
                    Mistake.TIMEOUT_ABOVE_DEADLINE,
                    settings.at(limits.first()),
                    settings.source().name(),
                    method.subject(settings, budget),
                    Durations.format(limits.first().nanos()),
                    budget.source().name(),
                    Durations.format(deadline(budget)));
        }
    }

    private static long deadline(PolicySettings settings) {
        PolicySettings.Repetition repetition = settings.repetition();
        return repetition == null ? -1 : repetition.deadline();
    }

    private static void checkIncrement(
            PolicySettings settings, Limits limits, ProtectedMethod method, Problems problems) {
        AnnotationReader source = settings.source();
        boolean onMethodItself = !source.isOnType() && source.presetName().isEmpty();
        String increment = limits.increment().attribute();
        if (onMethodItself && source.differs(increment) && method.repeating() == null) {
            problems.report(
                    Mistake.INCREMENT_UNUSED, settings.at(limits.increment()), source.name(), increment, method.name());
        }
    }

    /** The messages about it. */
    enum Mistake implements Diagnostic {
        TIMEOUT_ABOVE_DEADLINE(error(
                takes(TEXT, TEXT, TEXT, TEXT, TEXT),
                "@%1$s gives one attempt of %2$s %3$s, more than the deadline of @%4$s, %5$s, allows for all attempts",
                "shorten the timeout, or raise deadline")),
        INCREMENT_UNUSED(error(
                takes(TEXT, TEXT, TEXT),
                "@%1$s.%2$s on %3$s has no effect, because there is never a second attempt",
                "remove it, or retry with @Backoff")),
        BETWEEN_ITEMS_UNUSED(error(
                takes(TEXT, TEXT, ELEMENT),
                "@%1$s.%2$s on %3$s has no effect, because the method returns no stream",
                "remove it")),
        BETWEEN_ITEMS_UNUSED_ON_TYPE(also(
                BETWEEN_ITEMS_UNUSED,
                takes(TEXT, TEXT, ELEMENT),
                "@%1$s.%2$s on %3$s has no effect, because no method with the policy returns a stream"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of values that refuse changes
        private final Wording wording;

        Mistake(Wording wording) {
            this.wording = wording;
        }

        @Override
        public Wording wording() {
            return wording;
        }
    }
}
