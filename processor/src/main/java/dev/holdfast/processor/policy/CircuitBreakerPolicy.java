package dev.holdfast.processor.policy;

import static dev.holdfast.processor.diagnostic.Argument.ELEMENT;
import static dev.holdfast.processor.diagnostic.Argument.NUMBER;
import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.takes;
import static dev.holdfast.processor.diagnostic.Wording.also;
import static dev.holdfast.processor.diagnostic.Wording.lint;

import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.Wording;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;

/** {@code @CircuitBreaker}. */
public final class CircuitBreakerPolicy extends Policy {

    private static final FailureClasses.Attributes ATTRIBUTES = new FailureClasses.Attributes(
            FailureClasses.Effect.FAILURE,
            "monitored",
            "ignored",
            "failureStatuses",
            "failureResult",
            "nothing ever counts as a failure");

    CircuitBreakerPolicy() {
        super("CircuitBreaker", "circuitBreaker", RuntimeNames.runtime("CircuitBreaker"), "BreakerSetup");
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return List.of(Mistake.values());
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        String name = annotation.string("name");
        int failureThreshold = annotation.integer("failureThreshold", 1, Integer.MAX_VALUE);
        BreakerRates rates = BreakerRates.read(annotation);
        long recoveryTimeout = annotation.positiveDuration("recoveryTimeout");
        int successThreshold = annotation.integer("successThreshold", 1, 1_000);
        FailureClasses failures = FailureClasses.read(annotation, ATTRIBUTES);
        double recoveryFactor = annotation.factor("recoveryFactor");
        long maxRecoveryTimeout = annotation.optionalDuration("maxRecoveryTimeout");
        annotation.checkOrder("recoveryTimeout", recoveryTimeout, "maxRecoveryTimeout", maxRecoveryTimeout);
        if (recoveryFactor > 1.0 && maxRecoveryTimeout < 0) {
            annotation
                    .problems()
                    .report(
                            Mistake.UNCAPPED_RECOVERY,
                            annotation.at("recoveryFactor"),
                            annotation.name(),
                            annotation.host(),
                            recoveryFactor);
        }

        BuilderCalls calls = new BuilderCalls(annotation).literal("failureThreshold", failureThreshold);
        rates.addTo(calls);
        CodeBlock code = calls.duration("recoveryTimeout", recoveryTimeout)
                .literal("successThreshold", successThreshold)
                .classes("monitored", failures.included())
                .classes("ignored", failures.excluded())
                .strings("failureStatuses", failures.statuses())
                .literal("recoveryFactor", recoveryFactor)
                .duration("maxRecoveryTimeout", maxRecoveryTimeout)
                .build();
        String inARow = failureThreshold == 1 ? "1 failure" : failureThreshold + " failures in a row";
        String description = "opens "
                + (rates.areOn() ? rates.text(failures.text()) : "after " + inARow + " (" + failures.text() + ")")
                + ", rejects calls for "
                + Durations.format(recoveryTimeout)
                + growth(recoveryFactor, maxRecoveryTimeout)
                + ", closes after "
                + (successThreshold == 1 ? "1 successful probe" : successThreshold + " successful probes");
        return PolicySettings.of(this, annotation, code, description)
                .instance(name)
                .recovers(new PolicySettings.Duration("recoveryTimeout", recoveryTimeout))
                .counts(failures)
                .build();
    }

    /** While one call is still at its attempts, a breaker that it opened must not be closing again. */
    @Override
    public void check(PolicySettings settings, ProtectedMethod method, Problems problems) {
        PolicySettings.Duration recovery = settings.recovery();
        PolicySettings retrying = method.retrying();
        PolicySettings.Repetition repetition = retrying == null ? null : retrying.repetition();
        if (recovery == null || retrying == null || repetition == null) {
            return;
        }
        Schedule waits = repetition.schedule();
        PolicySettings limiting = method.limiting();
        PolicySettings.Limits limits = limiting == null ? null : limiting.limits();
        long takes = waits.total();
        if (limits != null) {
            takes = Schedule.plus(takes, limits.schedule(waits.size() + 1).total());
        }
        if (repetition.deadline() >= 0) {
            takes = Math.min(takes, repetition.deadline());
        }
        if (takes > recovery.nanos()) {
            problems.report(
                    Mistake.SHORT_RECOVERY,
                    settings.at(recovery),
                    settings.source().name(),
                    Durations.format(recovery.nanos()),
                    method.subject(settings, retrying),
                    Durations.format(takes));
        }
    }

    private static String growth(double factor, long max) {
        if (factor == 1.0) {
            return "";
        }
        return ", " + factor + " times as long with each failed probe"
                + (max < 0 ? "" : " up to " + Durations.format(max));
    }

    /** The messages about it. */
    enum Mistake implements Diagnostic {
        UNCAPPED_RECOVERY(also(
                AttributeDiagnostic.UNCAPPED_DELAY,
                takes(TEXT, ELEMENT, NUMBER),
                "@%1$s on %2$s lets each failed probe multiply recoveryTimeout by %3$s without a limit",
                "set maxRecoveryTimeout")),
        SHORT_RECOVERY(lint(
                takes(TEXT, TEXT, TEXT, TEXT),
                "@%1$s allows probes %2$s after it has opened, but one call of %3$s may take %4$s with all its attempts",
                "raise recoveryTimeout, or lower the attempts, the delays or the timeout"));

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
