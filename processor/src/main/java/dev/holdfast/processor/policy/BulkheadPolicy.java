package dev.holdfast.processor.policy;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.model.RuntimeNames;

/** {@code @Bulkhead}. */
public final class BulkheadPolicy implements Policy {

    @Override
    public ClassName annotation() {
        return RuntimeNames.BULKHEAD_ANNOTATION;
    }

    @Override
    public ClassName runtimeType() {
        return RuntimeNames.BULKHEAD;
    }

    @Override
    public ClassName setup() {
        return RuntimeNames.BULKHEAD_SETUP;
    }

    @Override
    public String property() {
        return "bulkhead";
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        String name = annotation.string("name");
        int maxConcurrent = annotation.integer("maxConcurrent", 1, Integer.MAX_VALUE);
        long maxWait = annotation.duration("maxWait");
        CodeBlock calls = new BuilderCalls(annotation)
                .literal("maxConcurrent", maxConcurrent)
                .duration("maxWait", maxWait)
                .build();
        String description = "at most " + maxConcurrent + (maxConcurrent == 1 ? " attempt" : " attempts")
                + " at once; "
                + (maxWait == 0 ? "rejects others" : "others wait up to " + Durations.format(maxWait));
        return new PolicySettings(
                this,
                annotation,
                name.isEmpty() ? Policy.displayName(annotation) : name,
                !name.isEmpty(),
                calls,
                description,
                new PolicySettings.Waiting(Schedule.constant(1, 0), -1, 0, false, maxWait),
                null,
                PolicySettings.StatusSources.NONE);
    }
}
