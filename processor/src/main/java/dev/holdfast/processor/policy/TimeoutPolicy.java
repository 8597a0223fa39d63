package dev.holdfast.processor.policy;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.model.RuntimeNames;

/** {@code @Timeout}. */
public final class TimeoutPolicy implements Policy {

    @Override
    public ClassName annotation() {
        return RuntimeNames.TIMEOUT_ANNOTATION;
    }

    @Override
    public ClassName runtimeType() {
        return RuntimeNames.TIME_LIMITER;
    }

    @Override
    public ClassName setup() {
        return RuntimeNames.TIME_LIMIT_SETUP;
    }

    @Override
    public String property() {
        return "timeout";
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        long limit = annotation.positiveDuration("value");
        long increment = annotation.duration("increment");
        BuilderCalls calls =
                new BuilderCalls(annotation).requiredDuration("limit", limit).duration("increment", increment);
        String description =
                "cuts " + (increment == 0 ? "each attempt" : "the first attempt") + " after " + Durations.format(limit)
                        + (increment == 0 ? "" : ", each further one " + Durations.format(increment) + " later");
        return new PolicySettings(
                this,
                annotation,
                "",
                false,
                calls.build(),
                description,
                PolicySettings.Waiting.limited(new PolicySettings.Limits(Math.max(0, limit), increment)),
                null,
                PolicySettings.StatusSources.NONE);
    }
}
