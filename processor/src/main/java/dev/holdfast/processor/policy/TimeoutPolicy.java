package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.model.RuntimeNames;

/** {@code @Timeout}. */
public final class TimeoutPolicy extends Policy {

    TimeoutPolicy() {
        super("Timeout", "timeout", RuntimeNames.runtime("TimeLimiter"), "TimeLimitSetup");
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        long limit = annotation.positiveDuration("value");
        long increment = annotation.duration("increment");
        BuilderCalls calls =
                new BuilderCalls(annotation).requiredDuration("limit", limit).duration("increment", increment);
        String description = "cuts an attempt after " + Durations.format(limit)
                + (increment == 0 ? "" : ", and each further one " + Durations.format(increment) + " later");
        return PolicySettings.of(this, annotation, calls.build(), description)
                .limits(new PolicySettings.Limits(
                        new PolicySettings.Duration("value", Math.max(0, limit)),
                        new PolicySettings.Duration("increment", increment)))
                .build();
    }
}
