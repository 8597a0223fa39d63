package dev.holdfast.processor.check;

import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.policy.FailureClasses;
import dev.holdfast.processor.policy.PolicySettings;
import dev.holdfast.processor.policy.ProtectedMethod;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * Requests that may do a thing twice when they are sent twice: POST and PATCH, RFC 9110 section 9.2.2. After a 429 alone they
 * may be sent again, because the server did nothing.
 */
public final class NonIdempotentCheck implements MethodCheck {

    private static final Set<String> VERBS = Set.of("POST", "PATCH");

    /** Failures before anything was sent. */
    private static final Set<String> NOT_SENT = Set.of(
            "java.net.ConnectException",
            "java.net.NoRouteToHostException",
            "java.net.UnknownHostException",
            "java.net.http.HttpConnectTimeoutException");

    private static final String KEY = "idempotency-key";

    @Override
    public void check(ProtectedMethod method, JavaTypes java, Problems problems) {
        PolicySettings retrying = method.retrying();
        if (retrying == null || isSafe(method) || retriesOnlyWhatWasNotSent(retrying)) {
            return;
        }
        HttpVerb.of(method.method()).stream()
                .filter(verb -> VERBS.contains(verb.name()))
                .findFirst()
                .ifPresent(verb -> problems.report(
                        MethodDiagnostic.NON_IDEMPOTENT,
                        method.method().policies() == null ? verb.at() : method.at(),
                        method.name(),
                        verb.name(),
                        retrying.source().name()));
    }

    private static boolean retriesOnlyWhatWasNotSent(PolicySettings retrying) {
        FailureClasses failures = retrying.failures();
        return failures != null
                && failures.statuses().isEmpty()
                && failures.predicate() == null
                && !failures.included().isEmpty()
                && failures.included().stream().map(JavaTypes::name).allMatch(NOT_SENT::contains);
    }

    /** Whether the server is told how to see a repetition, or the user says that it does no harm. */
    private static boolean isSafe(ProtectedMethod method) {
        if (method.mayRepeat()) {
            return true;
        }
        for (ExecutableElement declaration : method.method().annotated()) {
            if (Stream.of(declaration, Names.typeOf(declaration), method.type())
                            .anyMatch(NonIdempotentCheck::saysIdempotent)
                    || declaration.getParameters().stream().anyMatch(NonIdempotentCheck::isKey)) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysIdempotent(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(each ->
                        each.getAnnotationType().asElement().getSimpleName().contentEquals("Idempotent")
                                || hasKey(each));
    }

    private static boolean isKey(Element parameter) {
        return parameter.getSimpleName().toString().toLowerCase(Locale.ROOT).endsWith("idempotencykey")
                || parameter.getAnnotationMirrors().stream().anyMatch(NonIdempotentCheck::hasKey);
    }

    private static boolean hasKey(AnnotationMirror annotation) {
        return annotation.getElementValues().values().stream().anyMatch(NonIdempotentCheck::hasKey);
    }

    private static boolean hasKey(AnnotationValue value) {
        if (value.getValue() instanceof List<?> values) {
            return values.stream().anyMatch(each -> hasKey((AnnotationValue) each));
        }
        return value.getValue() instanceof String text
                && text.toLowerCase(Locale.ROOT).contains(KEY);
    }
}
