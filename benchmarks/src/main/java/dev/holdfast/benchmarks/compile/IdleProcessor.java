package dev.holdfast.benchmarks.compile;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Sees what Holdfast's processor sees and does nothing. */
@SupportedAnnotationTypes({
    "dev.holdfast.annotations.CircuitBreaker",
    "dev.holdfast.annotations.Backoff",
    "dev.holdfast.annotations.RateLimited"
})
final class IdleProcessor extends AbstractProcessor {

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }
}
