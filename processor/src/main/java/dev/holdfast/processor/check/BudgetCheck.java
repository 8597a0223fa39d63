package dev.holdfast.processor.check;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.policy.BackoffPolicy;
import dev.holdfast.processor.policy.BulkheadPolicy;
import dev.holdfast.processor.policy.CircuitBreakerPolicy;
import dev.holdfast.processor.policy.Policy;
import dev.holdfast.processor.policy.PolicySettings;
import dev.holdfast.processor.policy.Schedule;
import dev.holdfast.processor.policy.TimeoutPolicy;
import org.jspecify.annotations.Nullable;

/** Times of several policies that cannot be meant together. */
public final class BudgetCheck implements MethodCheck {

    @Override
    public void check(ProtectedMethod method, JavaTypes java, Problems problems) {
        PolicySettings timeout = find(method, TimeoutPolicy.class);
        if (timeout != null && timeout.waiting().limits().first() > 0) {
            checkDeadline(method, timeout, problems);
            checkIncrement(method, timeout, problems);
            checkBulkhead(method, timeout, problems);
        }
        checkRecovery(method, timeout, problems);
    }

    private static void checkDeadline(ProtectedMethod method, PolicySettings timeout, Problems problems) {
        PolicySettings backoff = find(method, BackoffPolicy.class);
        long deadline = backoff == null ? -1 : backoff.waiting().deadline();
        long limit = timeout.waiting().limits().first();
        if (backoff != null && deadline > 0 && limit > deadline) {
            problems.error(
                    Diagnostic.TIMEOUT_ABOVE_DEADLINE,
                    timeout.source().at("value"),
                    subject(method, timeout, backoff),
                    Durations.format(limit),
                    Durations.format(deadline));
        }
    }

    private static void checkIncrement(ProtectedMethod method, PolicySettings timeout, Problems problems) {
        AnnotationReader source = timeout.source();
        boolean onMethodItself = !source.isOnType() && source.presetName().isEmpty();
        if (onMethodItself && source.differs("increment") && method.repeating() == null) {
            problems.error(Diagnostic.INCREMENT_UNUSED, source.at("increment"), method.name());
        }
    }

    private static void checkBulkhead(ProtectedMethod method, PolicySettings timeout, Problems problems) {
        PolicySettings bulkhead = find(method, BulkheadPolicy.class);
        long limit = timeout.waiting().limits().first();
        if (bulkhead != null && bulkhead.waiting().place() > limit) {
            problems.error(
                    Diagnostic.BULKHEAD_WAIT_ABOVE_TIMEOUT,
                    bulkhead.source().at("maxWait"),
                    subject(method, bulkhead, timeout),
                    Durations.format(bulkhead.waiting().place()),
                    Durations.format(limit));
        }
    }

    /** While one call is still at its attempts, a breaker that it opened must not be closing again. */
    private static void checkRecovery(ProtectedMethod method, @Nullable PolicySettings timeout, Problems problems) {
        PolicySettings breaker = find(method, CircuitBreakerPolicy.class);
        PolicySettings backoff = method.backoff();
        if (breaker == null || backoff == null) {
            return;
        }
        Schedule waits = backoff.waiting().schedule();
        long takes = waits.total();
        if (timeout != null) {
            takes = Schedule.plus(
                    takes, timeout.waiting().limits().schedule(waits.size() + 1).total());
        }
        long deadline = backoff.waiting().deadline();
        if (deadline >= 0) {
            takes = Math.min(takes, deadline);
        }
        if (takes > breaker.waiting().recovery()) {
            problems.lint(
                    Diagnostic.SHORT_RECOVERY,
                    breaker.source().at("recoveryTimeout"),
                    Durations.format(breaker.waiting().recovery()),
                    subject(method, breaker, backoff),
                    Durations.format(takes));
        }
    }

    /** What the times are of: of two that hold for a whole interface it is said once. */
    private static String subject(ProtectedMethod method, PolicySettings one, PolicySettings other) {
        boolean whole = one.source().isOnType() && other.source().isOnType();
        return whole ? Names.of(method.type()) : method.name();
    }

    private static @Nullable PolicySettings find(ProtectedMethod method, Class<? extends Policy> kind) {
        return method.policies().stream()
                .filter(each -> kind.isInstance(each.policy()))
                .findFirst()
                .orElse(null);
    }
}
