package dev.holdfast.runtime;

/** What a breaker is built with, checked and immutable. */
final class BreakerSettings {

    final String name;
    final int failureThreshold;
    final int successThreshold;
    final long recoveryNanos;
    final Clock clock;
    final Events events;
    private final double recoveryFactor;
    private final long maxRecoveryNanos;
    private final StatusSet failureStatuses;
    private final Class<?>[] monitored;
    private final Class<?>[] ignored;

    BreakerSettings(CircuitBreakerBuilder builder, Clock clock, Events events) {
        this.name = builder.name == null ? "circuit breaker" : builder.name;
        this.failureThreshold = builder.failureThreshold;
        this.successThreshold = builder.successThreshold;
        this.recoveryNanos = builder.recoveryNanos;
        this.recoveryFactor = builder.recoveryFactor;
        this.maxRecoveryNanos = builder.maxRecoveryNanos;
        this.failureStatuses = builder.failureStatuses;
        this.monitored = builder.monitored;
        this.ignored = builder.ignored;
        this.clock = clock;
        this.events = events;
    }

    /** Time in OPEN when a probe has failed so many times since the breaker was last closed. */
    long recoveryNanos(int reopenings) {
        return recoveryFactor == 1.0
                ? recoveryNanos
                : Nanos.multiply(recoveryNanos, Math.pow(recoveryFactor, reopenings), maxRecoveryNanos);
    }

    /** Whether an exception without a status is a failure. */
    boolean counts(Throwable failure) {
        return !isNeutral(failure) && isAny(monitored, failure);
    }

    /** Whether an exception is neither success nor failure, whatever status it carries. */
    boolean isNeutral(Throwable failure) {
        return Interrupts.isNoAnswer(failure) || isAny(ignored, failure);
    }

    boolean isFailure(int status) {
        return failureStatuses.contains(status);
    }

    int lowestFailureStatus() {
        return failureStatuses.lowest();
    }

    private static boolean isAny(Class<?>[] classes, Throwable failure) {
        for (Class<?> type : classes) {
            if (type.isInstance(failure)) {
                return true;
            }
        }
        return false;
    }

    /** All that two breakers of one name must agree on. */
    @Override
    public String toString() {
        return "failureThreshold=" + failureThreshold
                + ", recoveryTimeout=" + DurationText.of(recoveryNanos)
                + ", successThreshold=" + successThreshold
                + ", monitored=" + Settings.names(monitored)
                + ", ignored=" + Settings.names(ignored)
                + ", failureStatuses=" + failureStatuses
                + ", recoveryFactor=" + recoveryFactor
                + ", maxRecoveryTimeout=" + DurationText.of(maxRecoveryNanos);
    }
}
