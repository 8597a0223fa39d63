package dev.holdfast.processor.policy;

import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.takes;
import static dev.holdfast.processor.diagnostic.Wording.error;

import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.Wording;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;

/** {@code @Bulkhead}. */
public final class BulkheadPolicy extends Policy {

    BulkheadPolicy() {
        super("Bulkhead", "bulkhead", RuntimeNames.runtime("Bulkhead"), "BulkheadSetup");
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return List.of(Mistake.values());
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
        return PolicySettings.of(this, annotation, calls, description)
                .instance(name)
                .waitsFor(new PolicySettings.Place("bulkhead", new PolicySettings.Duration("maxWait", maxWait)))
                .build();
    }

    @Override
    public void check(PolicySettings settings, ProtectedMethod method, Problems problems) {
        PolicySettings limiting = method.limiting();
        PolicySettings.Limits limits = limiting == null ? null : limiting.limits();
        PolicySettings.Place place = settings.place();
        if (limiting != null
                && limits != null
                && place != null
                && place.longest().nanos() > limits.first().nanos()) {
            problems.report(
                    Mistake.BULKHEAD_WAIT_ABOVE_TIMEOUT,
                    settings.at(place.longest()),
                    method.subject(settings, limiting),
                    Durations.format(place.longest().nanos()),
                    Durations.format(limits.first().nanos()));
        }
    }

    /** The messages about it. */
    enum Mistake implements Diagnostic {
        BULKHEAD_WAIT_ABOVE_TIMEOUT(error(
                takes(TEXT, TEXT, TEXT),
                "@Bulkhead lets an attempt of %1$s wait %2$s for a place, more than the %3$s that @Timeout gives the attempt itself",
                "shorten maxWait, or raise the timeout"));

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
