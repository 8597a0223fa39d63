package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.javac.Names;

/** The attribute {@code maxAttempts}, which several annotations have. */
final class Attempts {

    private static final int MOST = 1_000;

    /** More attempts than this are a load on a service in trouble that few mean. */
    private static final int MANY = 10;

    private Attempts() {}

    static int read(AnnotationReader annotation) {
        int maxAttempts = annotation.integer("maxAttempts", 1, MOST);
        if (maxAttempts > MANY) {
            annotation
                    .problems()
                    .report(
                            Diagnostic.MANY_ATTEMPTS,
                            annotation.at("maxAttempts"),
                            annotation.name(),
                            Names.of(annotation.host()),
                            maxAttempts);
        }
        return maxAttempts;
    }
}
