package dev.holdfast.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** {@code @CircuitBreaker}. */
final class CircuitBreakerPolicy implements Policy {

    @Override
    public ClassName annotation() {
        return RuntimeNames.CIRCUIT_BREAKER_ANNOTATION;
    }

    @Override
    public ClassName runtimeType() {
        return RuntimeNames.CIRCUIT_BREAKER;
    }

    @Override
    public String property() {
        return "circuitBreaker";
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        String name = annotation.string("name");
        int failureThreshold = annotation.integer("failureThreshold", 1, Integer.MAX_VALUE);
        long recoveryTimeout = annotation.positiveDuration("recoveryTimeout");
        int successThreshold = annotation.integer("successThreshold", 1, 1_000);
        List<TypeMirror> monitored = annotation.classes("monitored");
        List<TypeMirror> ignored = annotation.classes("ignored");
        List<String> statuses = annotation.statusPatterns("failureStatuses");
        double recoveryFactor = annotation.factor("recoveryFactor");
        long maxRecoveryTimeout = annotation.optionalDuration("maxRecoveryTimeout");
        annotation.checkOrder("recoveryTimeout", recoveryTimeout, "maxRecoveryTimeout", maxRecoveryTimeout);
        UserClass predicate = FailureClasses.predicate(annotation, "failureResult");
        new FailureClasses(annotation, "monitored", "ignored", "failureStatuses", "failureResult")
                .check("nothing ever counts as a failure", predicate);

        CodeBlock calls = new BuilderCalls(annotation)
                .literal("failureThreshold", failureThreshold)
                .duration("recoveryTimeout", recoveryTimeout)
                .literal("successThreshold", successThreshold)
                .classes("monitored", monitored)
                .classes("ignored", ignored)
                .strings("failureStatuses", statuses)
                .literal("recoveryFactor", recoveryFactor)
                .duration("maxRecoveryTimeout", maxRecoveryTimeout)
                .build();
        String description =
                "opens after " + (failureThreshold == 1 ? "1 failure" : failureThreshold + " failures in a row")
                        + " (" + FailureClasses.text(monitored, ignored, statuses) + "), rejects calls for "
                        + Durations.format(recoveryTimeout)
                        + growth(recoveryFactor, maxRecoveryTimeout)
                        + ", closes after "
                        + (successThreshold == 1 ? "1 successful probe" : successThreshold + " successful probes");
        return new PolicySettings(
                this,
                annotation,
                name.isEmpty() ? Policy.displayName(annotation) : name,
                !name.isEmpty(),
                calls,
                description,
                PolicySettings.Waiting.NONE,
                predicate,
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
