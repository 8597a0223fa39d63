package dev.holdfast.processor;

import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What a breaker and a backoff have in common: classes that count, classes that do not, and statuses.
 *
 * @param annotation the annotation
 * @param included the attribute with the classes that count
 * @param excluded the attribute with the classes that do not, which wins
 * @param statuses the attribute with the statuses that count
 * @param result the attribute with the predicate on results
 */
record FailureClasses(AnnotationReader annotation, String included, String excluded, String statuses, String result) {

    static @Nullable UserClass predicate(AnnotationReader annotation, String attribute) {
        return UserClass.read(annotation, attribute, RuntimeNames.NO_PREDICATE, RuntimeNames.PREDICATE);
    }

    /** Reports classes and statuses that leave nothing over. */
    void check(String consequence, @Nullable UserClass predicate) {
        List<TypeMirror> counted = annotation.classes(included);
        List<TypeMirror> dropped = annotation.classes(excluded);
        JavaTypes java = annotation.java();
        if (counted.isEmpty()) {
            if (annotation.values(statuses).isEmpty() && predicate == null) {
                annotation
                        .problems()
                        .error(
                                Diagnostic.EMPTY_ARRAY,
                                annotation.at(included),
                                annotation.name(),
                                included,
                                consequence,
                                "name exceptions in " + included + ", statuses in " + statuses + " or a predicate in "
                                        + result);
            }
        } else if (counted.stream()
                .allMatch(
                        each -> dropped.stream().anyMatch(other -> java.types().isSubtype(each, other)))) {
            annotation
                    .problems()
                    .error(
                            Diagnostic.DEAD_CLASSES,
                            annotation.at(excluded),
                            annotation.name(),
                            excluded,
                            included,
                            "no exception ever counts");
        }
    }

    /** The classes and statuses for a reader. */
    static String text(List<TypeMirror> included, List<TypeMirror> excluded, List<String> statuses) {
        StringBuilder text = new StringBuilder(included.isEmpty() ? "no exception" : BuilderCalls.text(included));
        if (!excluded.isEmpty()) {
            text.append(" but not ").append(BuilderCalls.text(excluded));
        }
        if (!statuses.isEmpty()) {
            text.append("; status ").append(String.join(", ", statuses));
        }
        return text.toString();
    }
}
