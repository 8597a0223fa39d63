package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;

/**
 * The attributes of {@code @CircuitBreaker} that make it count rates instead of failures in a row.
 *
 * @param failureRate in percent, 0 for off
 * @param window which calls are counted
 * @param minimumCalls how many there must be
 * @param slowCall in nanoseconds, -1 for none
 * @param slowCallRate in percent, 0 for off
 */
public record BreakerRates(int failureRate, CallWindow window, int minimumCalls, long slowCall, int slowCallRate) {

    /** Reads the attributes, and reports those that lack another or contradict one. */
    public static BreakerRates read(AnnotationReader annotation) {
        BreakerRates rates = new BreakerRates(
                annotation.integer("failureRate", 0, 100),
                CallWindow.read(annotation, "window"),
                annotation.integer("minimumCalls", 1, 1_000_000),
                annotation.optionalDuration("slowCall"),
                annotation.integer("slowCallRate", 0, 100));
        rates.check(annotation);
        return rates;
    }

    boolean areOn() {
        return failureRate > 0 || slowCallRate > 0;
    }

    private void check(AnnotationReader annotation) {
        boolean failureRateSet = annotation.differs("failureRate");
        boolean slowCallRateSet = annotation.differs("slowCallRate");
        boolean windowSet = annotation.differs("window");
        boolean slowCallSet = annotation.differs("slowCall");
        needs(annotation, failureRateSet, "failureRate", windowSet, "window");
        needs(annotation, slowCallRateSet, "slowCallRate", windowSet, "window");
        needs(annotation, windowSet, "window", failureRateSet || slowCallRateSet, "failureRate or slowCallRate");
        needs(annotation, annotation.differs("minimumCalls"), "minimumCalls", windowSet, "window");
        needs(annotation, slowCallSet, "slowCall", slowCallRateSet, "slowCallRate");
        needs(annotation, slowCallRateSet, "slowCallRate", slowCallSet, "slowCall");
        if (areOn() && annotation.written("failureThreshold") != null) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.CONTRADICTORY_SETTING,
                            annotation.at("failureThreshold"),
                            annotation.name(),
                            "failureThreshold",
                            failureRate > 0 ? "failureRate" : "slowCallRate");
        }
        if (window.calls() > 0 && window.calls() < minimumCalls) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.MAXIMUM_TOO_SMALL,
                            annotation.at("window"),
                            annotation.name(),
                            "window",
                            CallWindow.calls(window.calls()),
                            "minimumCalls",
                            CallWindow.calls(minimumCalls));
        }
    }

    private static void needs(
            AnnotationReader annotation, boolean isSet, String attribute, boolean isOtherSet, String other) {
        if (isSet && !isOtherSet) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.INCOMPLETE_SETTING,
                            annotation.at(attribute),
                            annotation.name(),
                            attribute,
                            other);
        }
    }

    void addTo(BuilderCalls calls) {
        calls.literal("failureRate", failureRate);
        if (window.calls() > 0) {
            calls.literal("window", "windowCalls", window.calls());
        } else {
            calls.duration("window", window.nanos());
        }
        calls.literal("minimumCalls", minimumCalls)
                .duration("slowCall", slowCall)
                .literal("slowCallRate", slowCallRate);
    }

    /** When the breaker opens, for a reader, given what fails. */
    public String text(String failures) {
        String of = " % of " + window.text();
        String failing = failureRate + of + " fail (" + failures + ")";
        String slow = " take longer than " + Durations.format(Math.max(0, slowCall));
        String rates = slowCallRate == 0
                ? failing
                : failureRate == 0 ? slowCallRate + of + slow : failing + " or " + slowCallRate + " %" + slow;
        return "when " + rates + ", of at least " + CallWindow.calls(minimumCalls);
    }
}
