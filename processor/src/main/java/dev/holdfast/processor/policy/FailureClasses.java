package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.UserClass;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What policies that look at failures have in common: classes that count, classes that do not, statuses, and a predicate.
 *
 * @param annotation the annotation
 * @param attributes the names of the attributes
 * @param included the classes that count
 * @param excluded the classes that do not, which wins
 * @param statuses the statuses that count
 * @param predicate the user's predicate on the result, or null
 */
public record FailureClasses(
        AnnotationReader annotation,
        Attributes attributes,
        List<TypeMirror> included,
        List<TypeMirror> excluded,
        List<String> statuses,
        @Nullable UserClass predicate) {

    /** What a failure that counts leads to. */
    public enum Effect {
        /** A further attempt. */
        RETRY,
        /** A failure of the service. */
        FAILURE,
        /** Another answer. */
        FALLBACK
    }

    /**
     * Names of attributes.
     *
     * @param effect what a failure that counts leads to
     * @param statuses null where only exceptions count, those of Holdfast's own among them
     * @param result null where there is no predicate
     * @param nothing what it means where none of them leaves anything over
     */
    public record Attributes(
            Effect effect,
            String included,
            String excluded,
            @Nullable String statuses,
            @Nullable String result,
            String nothing) {

        /** The attributes of which one must name something. */
        private String alternatives() {
            return "exceptions in " + included + (statuses == null ? "" : ", statuses in " + statuses)
                    + (result == null ? "" : " or a predicate in " + result);
        }
    }

    public FailureClasses {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
        statuses = List.copyOf(statuses);
    }

    /** Reads the attributes, and reports what leaves nothing over or says two things at once. */
    public static FailureClasses read(AnnotationReader annotation, Attributes attributes) {
        String statuses = attributes.statuses();
        String result = attributes.result();
        FailureClasses classes = new FailureClasses(
                annotation,
                attributes,
                annotation.classes(attributes.included()),
                annotation.classes(attributes.excluded()),
                statuses == null ? List.of() : annotation.statusPatterns(statuses),
                result == null
                        ? null
                        : UserClass.read(annotation, result, RuntimeNames.NO_PREDICATE, RuntimeNames.PREDICATE));
        classes.check();
        return classes;
    }

    private void check() {
        if (included.isEmpty()) {
            if (statuses.isEmpty() && predicate == null) {
                report(
                        AttributeDiagnostic.EMPTY_ARRAY,
                        annotation.at(attributes.included()),
                        attributes.included(),
                        attributes.nothing(),
                        "name " + attributes.alternatives());
            }
        } else if (included.stream().allMatch(this::isExcluded)) {
            report(
                    AttributeDiagnostic.DEAD_CLASSES,
                    annotation.at(attributes.excluded()),
                    attributes.excluded(),
                    attributes.included());
        } else {
            for (AnnotationValue value : annotation.values(attributes.included())) {
                TypeMirror type = annotation.as(TypeMirror.class, value);
                if (isExcluded(type)) {
                    report(
                            AttributeDiagnostic.CONTRADICTORY_CLASSES,
                            annotation.at(value),
                            attributes.included(),
                            type,
                            attributes.excluded());
                }
            }
        }
    }

    private boolean isExcluded(TypeMirror type) {
        return excluded.stream().anyMatch(each -> annotation.java().types().isSubtype(type, each));
    }

    /** Reports something about the annotation, whose name is the first argument. */
    public void report(Diagnostic diagnostic, Position at, Object... arguments) {
        annotation.problems().report(diagnostic, at, withName(arguments));
    }

    private Object[] withName(Object[] arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = annotation.name();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    /** The classes and statuses for a reader. */
    public String text() {
        String status = statuses.isEmpty() ? "" : "status " + String.join(", ", statuses);
        if (included.isEmpty()) {
            return status.isEmpty() ? "no exception" : status;
        }
        return BuilderCalls.text(included)
                + (excluded.isEmpty() ? "" : " but not " + BuilderCalls.text(excluded))
                + (status.isEmpty() ? "" : " and " + status);
    }
}
