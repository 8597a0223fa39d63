package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.diagnostic.InterfaceDiagnostic;
import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.Suppressions;
import dev.holdfast.processor.javac.AnnotationValues;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Occurrence;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.model.RuntimeNames;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Checks that annotations stand where they can mean something. */
public record Placement(JavaTypes java, Problems problems) {

    /** Checks a type and its own methods; false where it is nothing that a class can be generated for. */
    public boolean check(TypeElement type) {
        if (type.getKind() != ElementKind.INTERFACE) {
            checkClass(type);
            return false;
        }
        checkOptions(type);
        checkPresets(type);
        Suppressions.check(type, problems);
        ElementFilter.methodsIn(type.getEnclosedElements()).forEach(this::checkMethod);
        return isNameable(type);
    }

    /** Whether an interface lets a class of its package implement it, as far as this depends on the class's name. */
    boolean checkPermits(TypeElement type, ClassName generated) {
        if (!type.getModifiers().contains(Modifier.SEALED)) {
            return true;
        }
        // The class is not there yet, so all there is of it is what the source calls it.
        boolean permitted = type.getPermittedSubclasses().stream()
                .map(Object::toString)
                .anyMatch(each -> each.equals(generated.simpleName()) || each.equals(generated.canonicalName()));
        if (!permitted) {
            problems.report(InterfaceDiagnostic.SEALED_INTERFACE, Position.of(type), type, generated.simpleName());
        }
        return permitted;
    }

    /** Checks an annotation type; false where it carries none of ours itself. */
    public boolean checkPreset(TypeElement annotation) {
        checkMethodsOfClass(annotation);
        checkPresets(annotation);
        AnnotationMirror repeatable = AnnotationValues.find(annotation, "java.lang.annotation.Repeatable");
        if (repeatable != null) {
            problems.report(
                    MethodDiagnostic.REPEATABLE_PRESET,
                    Position.of(annotation, repeatable),
                    annotation.getSimpleName());
        }
        return isPreset(annotation);
    }

    private void checkClass(TypeElement type) {
        Occurrence annotation = first(type, ourAnnotations());
        if (annotation != null) {
            problems.report(InterfaceDiagnostic.NOT_AN_INTERFACE, annotation.onTarget(), type, Names.kind(type));
            return;
        }
        checkMethodsOfClass(type);
    }

    private void checkMethodsOfClass(TypeElement type) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            Occurrence own = first(method, ourAnnotations());
            if (own != null) {
                problems.report(
                        MethodDiagnostic.METHOD_OF_CLASS,
                        own.onTarget(),
                        own.simpleName(),
                        method,
                        type,
                        Names.kind(type));
            }
        }
    }

    /** Two presets at the same distance that say different things: neither is the nearer one. */
    private void checkPresets(Element target) {
        for (ClassName annotation : ourAnnotations()) {
            List<Occurrence> nearest = Occurrence.nearest(target, annotation);
            if (nearest.size() > 1) {
                problems.report(
                        MethodDiagnostic.AMBIGUOUS_PRESET,
                        nearest.get(1).onTarget(),
                        target,
                        nearest.get(0).host(),
                        nearest.get(1).host(),
                        annotation.simpleName());
            }
        }
    }

    private boolean isNameable(TypeElement type) {
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                problems.report(
                        InterfaceDiagnostic.PRIVATE_INTERFACE, Position.of(type), type, Names.outermost(type), each);
                return false;
            }
        }
        TypeElement outermost = Names.outermost(type);
        if (CompactSource.isClassOf(outermost, java.elements())) {
            problems.report(
                    InterfaceDiagnostic.COMPACT_SOURCE,
                    Position.of(type),
                    type.getSimpleName(),
                    outermost.getSimpleName());
            return false;
        }
        return true;
    }

    private void checkOptions(TypeElement type) {
        Occurrence exempt = Occurrence.find(type, RuntimeNames.EXEMPT_ANNOTATION);
        if (exempt != null) {
            problems.report(MethodDiagnostic.MISPLACED_EXEMPT, exempt.onTarget(), type);
        }
    }

    private void checkMethod(ExecutableElement method) {
        checkPresets(method);
        Suppressions.check(method, problems);
        Occurrence options = Occurrence.find(method, RuntimeNames.RESILIENT_ANNOTATION);
        if (options != null && options.preset() == null) {
            problems.report(MethodDiagnostic.MISPLACED_ANNOTATION, options.onTarget(), method);
        }
        Occurrence policy = first(method, policyAnnotations());
        if (policy == null) {
            return;
        }
        Position at = policy.onTarget();
        String name = policy.simpleName();
        if (!ApiMethod.isOverridable(method)) {
            String why = method.getModifiers().contains(Modifier.STATIC) ? "static" : "private";
            problems.report(MethodDiagnostic.UNSUPPORTED_METHOD, at, name, method, why);
        } else if (ApiMethod.isObjectMethod(method)) {
            problems.report(MethodDiagnostic.UNSUPPORTED_METHOD_OF_OBJECT, at, name, method);
        } else if (PolicyLookup.isExempt(method)) {
            problems.report(MethodDiagnostic.EXEMPT_WITH_POLICY, at, method, name);
        }
    }

    /** The first annotation on a type or method that brings one of ours, in source order. */
    private static @Nullable Occurrence first(Element target, List<ClassName> annotations) {
        return annotations.stream()
                .map(each -> Occurrence.find(target, each))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Comparator.comparingInt(each -> each.index()))
                .orElse(null);
    }

    private static List<ClassName> policyAnnotations() {
        return Policies.ALL.stream().map(Policy::annotation).toList();
    }

    /** Whether an annotation type carries an annotation of ours. */
    static boolean isPreset(TypeElement type) {
        return type.getKind() == ElementKind.ANNOTATION_TYPE && first(type, ourAnnotations()) != null;
    }

    /** Every annotation that makes the processor look at an element. */
    public static List<ClassName> ourAnnotations() {
        List<ClassName> annotations = new ArrayList<>(policyAnnotations());
        annotations.add(RuntimeNames.RESILIENT_ANNOTATION);
        annotations.add(RuntimeNames.EXEMPT_ANNOTATION);
        return annotations;
    }
}
