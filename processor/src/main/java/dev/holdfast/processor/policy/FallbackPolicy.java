package dev.holdfast.processor.policy;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.model.RuntimeNames;

/** {@code @Fallback}. */
public final class FallbackPolicy implements Policy {

    private static final FailureClasses.Attributes ATTRIBUTES =
            new FailureClasses.Attributes("on", "except", null, null, "nothing is ever answered");

    @Override
    public ClassName annotation() {
        return RuntimeNames.FALLBACK_ANNOTATION;
    }

    @Override
    public ClassName runtimeType() {
        return RuntimeNames.FALLBACK_RULE;
    }

    @Override
    public ClassName setup() {
        return RuntimeNames.FALLBACK_SETUP;
    }

    @Override
    public String property() {
        return "fallback";
    }

    /** What answers is compiled in, so an instance of another's would be of no use. */
    @Override
    public boolean isReplaceable() {
        return false;
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        String method = annotation.string("value");
        FailureClasses failures = FailureClasses.read(annotation, ATTRIBUTES);
        CodeBlock calls = new BuilderCalls(annotation)
                .classes("on", failures.included())
                .classes("except", failures.excluded())
                .build();
        return new PolicySettings(
                this,
                annotation,
                "",
                false,
                calls,
                (method.isEmpty() ? "the fallback client" : method) + " answers if a call fails with "
                        + failures.text(),
                PolicySettings.Waiting.NONE,
                failures,
                PolicySettings.StatusSources.NONE);
    }
}
