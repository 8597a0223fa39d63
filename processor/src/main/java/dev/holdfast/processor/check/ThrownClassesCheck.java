package dev.holdfast.processor.check;

import dev.holdfast.processor.answer.ShapeAccess;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.KotlinThrows;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.kind.ReturnKinds;
import dev.holdfast.processor.policy.FailureClasses;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.type.TypeMirror;

/**
 * Holds the exception classes of an annotation against what the methods that it holds for can throw.
 *
 * @param classes what the annotation names
 * @param methods the methods
 * @param hasStatus whether one of them has a status to read, so that not only classes decide
 * @param withStatus exceptions that carry a status
 */
public record ThrownClassesCheck(
        FailureClasses classes, List<ApiMethod> methods, boolean hasStatus, List<TypeMirror> withStatus) {

    private static final Set<String> BROAD = Set.of("java.lang.Exception", "java.lang.Throwable");

    public void check() {
        checkIncluded();
        checkExcluded();
    }

    private void checkIncluded() {
        String attribute = classes.attributes().included();
        AnnotationReader annotation = classes.annotation();
        if (annotation.written(attribute) == null || classes.included().isEmpty()) {
            return;
        }
        List<? extends AnnotationValue> values = annotation.values(attribute);
        boolean onlyClasses = classes.predicate() == null
                && !(hasStatus && !classes.statuses().isEmpty());
        if (onlyClasses && classes.included().stream().allMatch(this::isDead)) {
            classes.report(
                    AttributeDiagnostic.UNDECLARED_EXCEPTIONS,
                    annotation.at(attribute),
                    attribute,
                    undeclaredBy(),
                    classes.attributes().nothing());
            return;
        }
        for (AnnotationValue value : values) {
            TypeMirror type = annotation.as(TypeMirror.class, value);
            if (isDead(type)) {
                classes.report(
                        annotation.isOnType()
                                ? AttributeDiagnostic.DEAD_EXCEPTION_ON_TYPE
                                : AttributeDiagnostic.DEAD_EXCEPTION,
                        annotation.at(value),
                        attribute,
                        type,
                        annotation.target());
            } else if (isBroad(type) && onlyOfDelegate() && declareNarrower()) {
                classes.report(
                        AttributeDiagnostic.BROAD_EXCEPTION,
                        annotation.at(value),
                        attribute,
                        type,
                        annotation.target(),
                        declared());
            }
        }
    }

    /**
     * Whether Java allows none of the methods to throw it. Kotlin knows no checked exceptions and so declares none, and a stage
     * may fail with any.
     */
    private boolean isDead(TypeMirror type) {
        JavaTypes java = classes.annotation().java();
        return methods.stream()
                .noneMatch(each -> KotlinThrows.isKotlin(each.element())
                        || ReturnKinds.of(each).failsWithAny()
                        || java.mayCatch(type, bounds(each)));
    }

    /** A type variable may be anything within its bound. */
    private List<TypeMirror> bounds(ApiMethod method) {
        return ReturnKinds.of(method).thrown(method).stream()
                .map(classes.annotation().java().types()::erasure)
                .collect(Collectors.toList());
    }

    /** Not where rejections count too, which no method declares. */
    private boolean onlyOfDelegate() {
        return classes.attributes().statuses() != null;
    }

    private static boolean isBroad(TypeMirror type) {
        return BROAD.contains(JavaTypes.name(type));
    }

    /** Whether each method declares checked exceptions, and less than all of them. */
    private boolean declareNarrower() {
        JavaTypes java = classes.annotation().java();
        return methods.stream()
                .map(each -> ReturnKinds.of(each).thrown(each))
                .allMatch(thrown -> thrown.stream().anyMatch(java::isChecked)
                        && thrown.stream().map(java.types()::erasure).noneMatch(ThrownClassesCheck::isBroad));
    }

    /** Which methods do not declare an exception. */
    private String undeclaredBy() {
        AnnotationReader annotation = classes.annotation();
        String name = Names.of(annotation.target());
        return annotation.isOnType() ? "no method of " + name + " declares" : name + " does not declare";
    }

    private String declared() {
        JavaTypes java = classes.annotation().java();
        return methods.stream()
                .flatMap(method -> ReturnKinds.of(method).thrown(method).stream())
                .filter(java::isChecked)
                .map(Names::of)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** A status is no matter of classes: what carries one may count although its class does not. */
    private void checkExcluded() {
        String attribute = classes.attributes().excluded();
        AnnotationReader annotation = classes.annotation();
        if (annotation.written(attribute) == null || classes.included().isEmpty()) {
            return;
        }
        for (AnnotationValue value : annotation.values(attribute)) {
            TypeMirror type = annotation.as(TypeMirror.class, value);
            boolean related = isRelated(type, classes.included()) || isRelated(type, withStatus);
            if (!related && ShapeAccess.ofException(type, annotation.home(), annotation.java()) == null) {
                classes.report(
                        AttributeDiagnostic.DEAD_EXCLUSION,
                        annotation.at(value),
                        attribute,
                        type,
                        classes.attributes().included());
            }
        }
    }

    private boolean isRelated(TypeMirror type, List<TypeMirror> others) {
        JavaTypes java = classes.annotation().java();
        return others.stream()
                .anyMatch(each ->
                        java.types().isSubtype(type, each) || java.types().isSubtype(each, type));
    }
}
