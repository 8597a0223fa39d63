package dev.holdfast.processor.policy;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.model.RuntimeNames;

/** {@code @CircuitBreaker}. */
public final class CircuitBreakerPolicy implements Policy {

    private static final FailureClasses.Attributes ATTRIBUTES = new FailureClasses.Attributes(
            "monitored", "ignored", "failureStatuses", "failureResult", "nothing ever counts as a failure");

    @Override
    public ClassName annotation() {
        return RuntimeNames.CIRCUIT_BREAKER_ANNOTATION;
    }

    @Override
    public ClassName runtimeType() {
        return RuntimeNames.CIRCUIT_BREAKER;
    }

    @Override
    public ClassName setup() {
        return RuntimeNames.BREAKER_SETUP;
    }

    @Override
    public String property() {
        return "circuitBreaker";
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
                    .lint(
                            Diagnostic.UNCAPPED_DELAY,
                            annotation.at("recoveryFactor"),
                            annotation.name(),
                            Names.of(annotation.host()),
                            "each failed probe multiply recoveryTimeout by " + recoveryFactor + " without a limit",
                            "maxRecoveryTimeout");
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
        return new PolicySettings(
                this,
                annotation,
                name.isEmpty() ? Policy.displayName(annotation) : name,
                !name.isEmpty(),
                code,
                description,
                PolicySettings.Waiting.recovering(recoveryTimeout),
                failures,
                PolicySettings.StatusSources.NONE);
    }

    private static String growth(double factor, long max) {
        if (factor == 1.0) {
            return "";
        }
        return ", " + factor + " times as long with each failed probe"
                + (max < 0 ? "" : " up to " + Durations.format(max));
    }
}
