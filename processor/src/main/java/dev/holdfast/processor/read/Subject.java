package dev.holdfast.processor.read;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Occurrence;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
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
 * An annotated interface, and the interface that its class implements: the same, or the one that {@code @Resilient(of)} names.
 *
 * @param policies the annotated interface
 * @param target what the class implements
 * @param options the options of the class, or null
 */
public record Subject(
        TypeElement policies, TypeElement target, @Nullable AnnotationReader options) {

    private static final String OF = "of";
    static final String NESTED = "nested";
    private static final String DEFAULTS = "defaults";
    private static final int MOST_SHOWN = 5;

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

    /** The interfaces of other clients that are protected too, as they are written. */
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
        if (isOwned() && annotation != null && !nested().isEmpty()) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.INCOMPLETE_SETTING,
                            annotation.at(NESTED),
                            annotation.name(),
                            NESTED,
                            OF);
        }
        if (isOwned() || annotation == null) {
            return true;
        }
        if (target.getKind() != ElementKind.INTERFACE) {
            List<String> interfaces = interfaces(target, java);
            if (interfaces.isEmpty()) {
                annotation
                        .problems()
                        .report(
                                TargetDiagnostic.TARGET_NOT_AN_INTERFACE,
                                annotation.at(OF),
                                target,
                                Names.kind(target));
            } else {
                annotation
                        .problems()
                        .report(
                                TargetDiagnostic.TARGET_WITH_INTERFACES,
                                annotation.at(OF),
                                target,
                                Names.kind(target),
                                String.join(", ", interfaces));
            }
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
        if (target.getModifiers().contains(Modifier.SEALED)) {
            annotation.problems().report(TargetDiagnostic.TARGET_SEALED, annotation.at(OF), target);
            return false;
        }
        return true;
    }

    /** The interfaces of a library's class that may be protected in its place. */
    private static List<String> interfaces(TypeElement type, JavaTypes java) {
        List<String> names = new ArrayList<>();
        for (TypeElement each = type; each != null; each = superclass(each)) {
            each.getInterfaces().stream()
                    .map(JavaTypes::element)
                    .filter(found -> !JavaTypes.name(found.asType()).startsWith("java.")
                            && java.isAccessible(found, java.elements().getPackageElement("java.lang")))
                    .map(Names::of)
                    .filter(name -> !names.contains(name))
                    .forEach(names::add);
        }
        return names.subList(0, Math.min(names.size(), MOST_SHOWN));
    }

    private static @Nullable TypeElement superclass(TypeElement type) {
        TypeMirror above = type.getSuperclass();
        return above.getKind() == TypeKind.DECLARED ? JavaTypes.element(above) : null;
    }
}
