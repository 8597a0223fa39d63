package dev.holdfast.processor;

import org.jspecify.annotations.Nullable;

/** Limits of attempts that a deadline, or the lack of a second attempt, makes meaningless. */
final class TimeoutBudgetCheck implements MethodCheck {

    @Override
    public void check(ProtectedMethod method, JavaTypes java, Problems problems) {
        PolicySettings timeout = find(method, TimeoutPolicy.class);
        if (timeout == null || timeout.waiting().limits().first() == 0) {
            return;
        }
        PolicySettings backoff = find(method, BackoffPolicy.class);
        long deadline = backoff == null ? -1 : backoff.waiting().deadline();
        long limit = timeout.waiting().limits().first();
        if (backoff != null && deadline > 0 && limit > deadline) {
            problems.error(
                    Diagnostic.TIMEOUT_ABOVE_DEADLINE,
                    timeout.source().at("value"),
                    method.name(),
                    Durations.format(limit),
                    Durations.format(deadline));
        }
        AnnotationReader source = timeout.source();
        boolean onMethodItself = !source.isOnType() && source.presetName().isEmpty();
        if (onMethodItself && source.differs("increment") && method.repeating() == null) {
            problems.error(Diagnostic.INCREMENT_UNUSED, source.at("increment"), method.name());
        }
    }

    private static @Nullable PolicySettings find(ProtectedMethod method, Class<? extends Policy> kind) {
        return method.policies().stream()
                .filter(each -> kind.isInstance(each.policy()))
                .findFirst()
                .orElse(null);
    }
}
