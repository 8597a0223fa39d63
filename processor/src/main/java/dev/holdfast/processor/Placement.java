package dev.holdfast.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Checks that annotations stand where they can mean something. */
record Placement(JavaTypes java, Problems problems) {

    /** Checks a type and its own methods; false where no class can be generated for it. */
    boolean check(TypeElement type) {
        if (type.getKind() != ElementKind.INTERFACE) {
            checkClass(type);
            return false;
        }
        checkOptions(type);
        ElementFilter.methodsIn(type.getEnclosedElements()).forEach(this::checkMethod);
        return isImplementable(type);
    }

    private void checkClass(TypeElement type) {
        Optional<AnnotationMirror> annotation = first(type, ourAnnotations());
        if (annotation.isPresent()) {
            problems.error(
                    Diagnostic.NOT_AN_INTERFACE, Position.of(type, annotation.get()), Names.of(type), Names.kind(type));
            return;
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            first(method, ourAnnotations())
                    .ifPresent(mirror -> problems.error(
                            Diagnostic.METHOD_OF_CLASS,
                            Position.of(method, mirror),
                            simpleName(mirror),
                            Names.of(method),
                            Names.of(type),
                            Names.kind(type)));
        }
    }

    private boolean isImplementable(TypeElement type) {
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                problems.error(
                        Diagnostic.PRIVATE_INTERFACE,
                        Position.of(type),
                        Names.of(type),
                        Names.of(Names.outermost(type)),
                        Names.of(each));
                return false;
            }
        }
        if (type.getModifiers().contains(Modifier.SEALED)) {
            problems.error(Diagnostic.SEALED_INTERFACE, Position.of(type), Names.of(type));
            return false;
        }
        return true;
    }

    private void checkOptions(TypeElement type) {
        AnnotationMirror exempt = AnnotationValues.find(type, RuntimeNames.EXEMPT_ANNOTATION.canonicalName());
        if (exempt != null) {
            problems.error(
                    Diagnostic.MISPLACED_ANNOTATION,
                    Position.of(type, exempt),
                    "Exempt",
                    Names.of(type),
                    "type",
                    "methods that it is meant for");
        }
    }

    private void checkMethod(ExecutableElement method) {
        AnnotationMirror options = AnnotationValues.find(method, RuntimeNames.RESILIENT_ANNOTATION.canonicalName());
        if (options != null) {
            problems.error(
                    Diagnostic.MISPLACED_ANNOTATION,
                    Position.of(method, options),
                    "Resilient",
                    Names.of(method),
                    "method",
                    "interface");
        }
        Optional<AnnotationMirror> policy = first(method, policyAnnotations());
        if (policy.isEmpty()) {
            return;
        }
        Position at = Position.of(method, policy.get());
        String name = simpleName(policy.get());
        if (!ApiMethod.isOverridable(method)) {
            String why = method.getModifiers().contains(Modifier.STATIC) ? "static" : "private";
            problems.error(Diagnostic.UNSUPPORTED_METHOD, at, name, Names.of(method), why);
        } else if (ApiMethod.isObjectMethod(method)) {
            problems.error(Diagnostic.UNSUPPORTED_METHOD, at, name, Names.of(method), "a method of every object");
        } else if (PolicyLookup.isExempt(method)) {
            problems.error(Diagnostic.EXEMPT_WITH_POLICY, at, Names.of(method), name);
        }
    }

    private static Optional<AnnotationMirror> first(Element host, List<ClassName> annotations) {
        return host.getAnnotationMirrors().stream()
                .map(AnnotationMirror.class::cast)
                .filter(mirror -> annotations.stream()
                        .anyMatch(each -> each.canonicalName().equals(JavaTypes.name(mirror.getAnnotationType()))))
                .findFirst();
    }

    private static List<ClassName> policyAnnotations() {
        return Policies.ALL.stream().map(Policy::annotation).toList();
    }

    /** Every annotation that makes the processor look at an element. */
    static List<ClassName> ourAnnotations() {
        List<ClassName> annotations = new ArrayList<>(policyAnnotations());
        annotations.add(RuntimeNames.RESILIENT_ANNOTATION);
        annotations.add(RuntimeNames.EXEMPT_ANNOTATION);
        return annotations;
    }

    private static String simpleName(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }
}
