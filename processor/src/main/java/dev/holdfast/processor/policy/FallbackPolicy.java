package dev.holdfast.processor.policy;

import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;

/** {@code @Fallback}. */
public final class FallbackPolicy extends Policy {

    private static final FailureClasses.Attributes ATTRIBUTES = new FailureClasses.Attributes(
            FailureClasses.Effect.FALLBACK, "on", "except", null, null, "nothing is ever answered");

    FallbackPolicy() {
        super("Fallback", "fallback", RuntimeNames.generated("FallbackRule"), "FallbackSetup");
    }

    /** What answers is compiled in, so an instance of another's would be of no use. */
    @Override
    public boolean isReplaceable() {
        return false;
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return List.of(FallbackDiagnostic.values());
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        String method = annotation.string("value");
        FailureClasses failures = FailureClasses.read(annotation, ATTRIBUTES);
        CodeBlock calls = new BuilderCalls(annotation)
                .classes("on", failures.included())
                .classes("except", failures.excluded())
                .build();
        String description = (method.isEmpty() ? "the fallback client" : method) + " answers if a call fails with "
                + failures.text();
        return PolicySettings.of(this, annotation, calls, description)
                .answersBy(method)
                .counts(failures)
                .build();
    }
}
