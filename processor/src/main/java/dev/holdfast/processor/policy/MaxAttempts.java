package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;

/** The attribute {@code maxAttempts}, which several annotations have. */
final class MaxAttempts {

    private static final int MOST = 1_000;

    /** More attempts than this are a load on a service in trouble that few mean. */
    private static final int MANY = 10;

    private MaxAttempts() {}

    static int read(AnnotationReader annotation) {
        int maxAttempts = annotation.integer("maxAttempts", 1, MOST);
        if (maxAttempts > MANY) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.MANY_ATTEMPTS,
                            annotation.at("maxAttempts"),
                            annotation.name(),
                            annotation.host(),
                            maxAttempts);
        }
        return maxAttempts;
    }
}
