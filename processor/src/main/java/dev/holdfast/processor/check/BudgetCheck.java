package dev.holdfast.processor.check;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.policy.PolicySettings;
import dev.holdfast.processor.policy.PolicySettings.Duration;
import dev.holdfast.processor.policy.PolicySettings.Limits;
import dev.holdfast.processor.policy.PolicySettings.Place;
import dev.holdfast.processor.policy.PolicySettings.Repetition;
import dev.holdfast.processor.policy.Schedule;
import org.jspecify.annotations.Nullable;

/** Times of several policies that cannot be meant together. */
public final class BudgetCheck implements MethodCheck {

    @Override
    public void check(ProtectedMethod method, JavaTypes java, Problems problems) {
        PolicySettings limiting = method.first(each -> each.limits() != null);
        Limits limits = limiting == null ? null : limiting.limits();
        if (limiting != null && limits != null && limits.first().nanos() > 0) {
            checkDeadline(method, limiting, limits, problems);
            checkIncrement(method, limiting, limits, problems);
            checkPlaces(method, limiting, limits, problems);
        }
        checkRecovery(method, limits, problems);
    }

    private static void checkDeadline(
            ProtectedMethod method, PolicySettings limiting, Limits limits, Problems problems) {
        PolicySettings budget = method.first(each -> deadline(each) > 0);
        if (budget != null && limits.first().nanos() > deadline(budget)) {
            problems.report(
                    Diagnostic.TIMEOUT_ABOVE_DEADLINE,
                    limiting.at(limits.first()),
                    subject(method, limiting, budget),
                    Durations.format(limits.first().nanos()),
                    Durations.format(deadline(budget)));
        }
    }

    private static long deadline(PolicySettings settings) {
        Repetition repetition = settings.repetition();
        return repetition == null ? -1 : repetition.deadline();
    }

    private static void checkIncrement(
            ProtectedMethod method, PolicySettings limiting, Limits limits, Problems problems) {
        AnnotationReader source = limiting.source();
        boolean onMethodItself = !source.isOnType() && source.presetName().isEmpty();
        boolean isSet = source.differs(limits.increment().attribute());
        if (onMethodItself && isSet && method.repeating() == null) {
            problems.report(Diagnostic.INCREMENT_UNUSED, limiting.at(limits.increment()), method.name());
        }
    }

    private static void checkPlaces(ProtectedMethod method, PolicySettings limiting, Limits limits, Problems problems) {
        for (PolicySettings settings : method.policies()) {
            Place place = settings.place();
            if (place != null
                    && place.aboveLimit() != null
                    && place.longest().nanos() > limits.first().nanos()) {
                problems.report(
                        place.aboveLimit(),
                        settings.at(place.longest()),
                        subject(method, settings, limiting),
                        Durations.format(place.longest().nanos()),
                        Durations.format(limits.first().nanos()));
            }
        }
    }

    /** While one call is still at its attempts, a breaker that it opened must not be closing again. */
    private static void checkRecovery(ProtectedMethod method, @Nullable Limits limits, Problems problems) {
        PolicySettings breaker = method.first(each -> each.recovery() != null);
        Duration recovery = breaker == null ? null : breaker.recovery();
        PolicySettings retrying = method.retrying();
        Repetition repetition = retrying == null ? null : retrying.repetition();
        if (breaker == null || recovery == null || retrying == null || repetition == null) {
            return;
        }
        Schedule waits = repetition.schedule();
        long takes = waits.total();
        if (limits != null) {
            takes = Schedule.plus(takes, limits.schedule(waits.size() + 1).total());
        }
        if (repetition.deadline() >= 0) {
            takes = Math.min(takes, repetition.deadline());
        }
        if (takes > recovery.nanos()) {
            problems.report(
                    Diagnostic.SHORT_RECOVERY,
                    breaker.at(recovery),
                    Durations.format(recovery.nanos()),
                    subject(method, breaker, retrying),
                    Durations.format(takes));
        }
    }

    /** What the times are of: of two that hold for a whole interface it is said once. */
    private static String subject(ProtectedMethod method, PolicySettings one, PolicySettings other) {
        boolean whole = one.source().isOnType() && other.source().isOnType();
        return whole ? Names.of(method.type()) : method.name();
    }
}
