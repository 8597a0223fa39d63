package dev.holdfast.processor.read;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Occurrence;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * An annotated interface, and the interface that its class implements: the same, or the one that {@code @Resilient(of)} names,
 * which may also be a class, whose methods the generated class has.
 *
 * @param policies the annotated interface
 * @param target what the class implements, or the class whose methods it has
 * @param options the options of the class, or null
 */
public record Subject(
        TypeElement policies, TypeElement target, @Nullable AnnotationReader options) {

    static final String OF = "of";
    static final String NESTED = "nested";
    private static final String DEFAULTS = "defaults";
    private static final String INTERFACE_NAME = "interfaceName";

    /** Reads the options of an annotated type, without a check of what they name. */
    static Subject of(TypeElement type, JavaTypes java, Problems problems) {
        Occurrence written = Occurrence.find(type, RuntimeNames.RESILIENT_ANNOTATION);
        if (written == null) {
            return new Subject(type, type, null);
        }
        AnnotationReader options = new AnnotationReader(written, type, java, problems);
        AnnotationValue value = options.written(OF);
        TypeMirror named = value == null ? null : options.as(TypeMirror.class, value);
        TypeElement target = named == null || named.getKind() != TypeKind.DECLARED ? type : JavaTypes.element(named);
        return new Subject(type, target, options);
    }

    /** The types of other clients that are protected too, as they are written. */
    List<TypeElement> nested() {
        AnnotationReader annotation = options;
        return annotation == null
                ? List.of()
                : annotation.values(NESTED).stream()
                        .map(each -> annotation.as(TypeMirror.class, each))
                        .filter(each -> each.getKind() == TypeKind.DECLARED)
                        .map(JavaTypes::element)
                        .distinct()
                        .toList();
    }

    /** Whether the class implements the annotated interface itself. */
    boolean isOwned() {
        return policies.equals(target);
    }

    /** Whether the class is no subtype of what it protects. */
    boolean isOfClass() {
        return !isOwned() && target.getKind() == ElementKind.CLASS;
    }

    /** Whether default methods go to the delegate, in place of their bodies in the interface. */
    boolean forwardsDefaults() {
        return !isOwned() || (options != null && options.constant(DEFAULTS).equals("FORWARD"));
    }

    /** Whether the user says what becomes of default methods. */
    boolean choosesDefaults() {
        return options != null && options.written(DEFAULTS) != null;
    }

    /** Reports a type in {@code of} that no class of the package can implement; says whether one can. */
    boolean check(JavaTypes java) {
        AnnotationReader annotation = options;
        checkNested();
        checkInterfaceName();
        if (isOwned() || annotation == null) {
            return true;
        }
        if (target.getKind() != ElementKind.INTERFACE && !isOfClass()) {
            annotation
                    .problems()
                    .report(TargetDiagnostic.TARGET_NOT_AN_INTERFACE, annotation.at(OF), target, Names.kind(target));
            return false;
        }
        Predicate<PackageElement> visible = from -> java.isAccessible(target, from);
        if (!visible.test(annotation.home())) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.INACCESSIBLE_CLASS,
                            annotation.unusable(annotation.at(OF), visible),
                            annotation.name(),
                            OF,
                            target.asType(),
                            annotation.home().getQualifiedName());
            return false;
        }
        if (choosesDefaults()) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.CONTRADICTORY_SETTING,
                            annotation.at(DEFAULTS),
                            annotation.name(),
                            DEFAULTS,
                            OF);
        }
        if (isOfClass()) {
            return !isInnerOfGeneric(annotation);
        }
        if (target.getModifiers().contains(Modifier.SEALED)) {
            annotation.problems().report(TargetDiagnostic.TARGET_SEALED, annotation.at(OF), target);
            return false;
        }
        return true;
    }

    /** Reports clients that a method returns where there is no class to protect them. */
    private void checkNested() {
        AnnotationReader annotation = options;
        if (annotation == null || annotation.values(NESTED).isEmpty()) {
            return;
        }
        boolean classes = nested().stream().anyMatch(each -> each.getKind() == ElementKind.CLASS);
        if (isOfClass() && classes && annotation.written(INTERFACE_NAME) != null) {
            annotation.problems().report(TargetDiagnostic.NESTED_WITH_INTERFACE, annotation.at(INTERFACE_NAME), target);
        } else if (isOwned() && !nested().isEmpty()) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.INCOMPLETE_SETTING,
                            annotation.at(NESTED),
                            annotation.name(),
                            NESTED,
                            OF);
        }
    }

    /** Reports a name for an interface where there is one already. */
    private void checkInterfaceName() {
        AnnotationReader annotation = options;
        if (annotation == null
                || annotation.written(INTERFACE_NAME) == null
                || target.getKind() != ElementKind.INTERFACE) {
            return;
        }
        annotation
                .problems()
                .report(
                        isOwned() ? AttributeDiagnostic.INCOMPLETE_SETTING : AttributeDiagnostic.CONTRADICTORY_SETTING,
                        annotation.at(INTERFACE_NAME),
                        annotation.name(),
                        INTERFACE_NAME,
                        OF);
    }

    /** The type of the delegate would need type arguments for the classes around it. */
    private boolean isInnerOfGeneric(AnnotationReader annotation) {
        for (TypeElement each = target;
                !each.getModifiers().contains(Modifier.STATIC)
                        && each.getEnclosingElement() instanceof TypeElement outer;
                each = outer) {
            if (!outer.getTypeParameters().isEmpty()) {
                annotation.problems().report(TargetDiagnostic.TARGET_INNER, annotation.at(OF), target, outer);
                return true;
            }
        }
        return false;
    }
}
