package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.runtime.internal.unit.Suggestion;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Gives the methods of a library's interface the settings that methods of a policy interface carry for them. */
public record TargetMethods(Subject subject, JavaTypes java, Problems problems) {

    /** The methods of the interface or class to protect, each with its settings. Reports settings for no method. */
    public List<ApiMethod> read() {
        List<ApiMethod> methods =
                subject.isOfClass() ? ApiMethod.ofClass(subject.target(), java) : ApiMethod.of(subject.target(), java);
        return subject.isOwned() ? methods : withSettings(methods);
    }

    private List<ApiMethod> withSettings(List<ApiMethod> methods) {
        Map<String, List<ApiMethod>> byName = methods.stream().collect(Collectors.groupingBy(ApiMethod::name));
        IdentityHashMap<ApiMethod, List<ExecutableElement>> settings = new IdentityHashMap<>();
        for (TypeElement type : ownTypes()) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (ApiMethod.isOverridable(method) && !ApiMethod.isObjectMethod(method)) {
                    List<ApiMethod> named =
                            byName.getOrDefault(method.getSimpleName().toString(), List.of());
                    ApiMethod meant = named.stream()
                            .filter(each -> isSame(each, method))
                            .findFirst()
                            .orElse(null);
                    if (meant != null) {
                        settings.computeIfAbsent(meant, key -> new ArrayList<>())
                                .add(method);
                    }
                    check(method, meant != null, named, methods);
                }
            }
        }
        return methods.stream()
                .map(each -> each.with(subject.policies(), settings.getOrDefault(each, List.of())))
                .toList();
    }

    /** The policy interface and those above it that the class does not implement, the nearest first. */
    private List<TypeElement> ownTypes() {
        List<TypeElement> types = new ArrayList<>(List.of(subject.policies()));
        TypeMirror target = java.types().erasure(subject.target().asType());
        for (int i = 0; i < types.size(); i++) {
            types.get(i).getInterfaces().stream()
                    .map(JavaTypes::element)
                    .filter(each -> !types.contains(each)
                            && !java.types().isSubtype(target, java.types().erasure(each.asType())))
                    .forEach(types::add);
        }
        return types;
    }

    /** By parameters as the interface sees them, or as they are declared, without type arguments; or as an override. */
    private boolean isSame(ApiMethod method, ExecutableElement settings) {
        List<? extends TypeMirror> taken = parameters(settings);
        if (method.declarations().stream()
                .anyMatch(each -> java.elements().overrides(settings, each, subject.policies()))) {
            return true;
        }
        return Stream.concat(
                        Stream.of(method.parameters()),
                        method.declarations().stream().map(TargetMethods::parameters))
                .anyMatch(each -> isSame(each, taken));
    }

    private static List<TypeMirror> parameters(ExecutableElement method) {
        return method.getParameters().stream().map(Element::asType).toList();
    }

    private boolean isSame(List<? extends TypeMirror> parameters, List<? extends TypeMirror> others) {
        if (parameters.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            TypeMirror erased = java.types().erasure(parameters.get(i));
            if (!java.types().isSameType(erased, java.types().erasure(others.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private void check(ExecutableElement method, boolean found, List<ApiMethod> named, List<ApiMethod> all) {
        Position at = Position.of(method);
        TypeElement target = subject.target();
        ExecutableElement hidden = found || !subject.isOfClass() ? null : hidden(method);
        if (hidden != null) {
            problems.report(TargetDiagnostic.NOT_IN_TARGET_HIDDEN, at, method, target, visibility(hidden));
        } else if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
            problems.report(TargetDiagnostic.NOT_IN_TARGET_BODY, at, method, target);
        } else if (!found && named.isEmpty()) {
            List<String> names = all.stream().map(ApiMethod::name).distinct().toList();
            String meant = Suggestion.of(method.getSimpleName().toString(), names);
            problems.report(TargetDiagnostic.NOT_IN_TARGET, at, method, target, meant);
        } else if (!found) {
            String others = named.stream()
                    .map(each -> each.name()
                            + each.parameters().stream().map(Names::of).collect(Collectors.joining(", ", "(", ")")))
                    .collect(Collectors.joining(" and "));
            problems.report(TargetDiagnostic.NOT_IN_TARGET_PARAMETERS, at, method, target, others);
        }
    }

    /** The method of the class that is meant, which is not called on an instance or not by anybody. */
    private @Nullable ExecutableElement hidden(ExecutableElement settings) {
        return JavaTypes.classes(subject.target()).stream()
                .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
                .filter(each -> each.getSimpleName().equals(settings.getSimpleName())
                        && isSame(parameters(each), parameters(settings)))
                .findFirst()
                .orElse(null);
    }

    private static String visibility(ExecutableElement method) {
        return Stream.of(Modifier.STATIC, Modifier.PRIVATE, Modifier.PROTECTED)
                .filter(method.getModifiers()::contains)
                .map(Modifier::toString)
                .findFirst()
                .orElse(method.getModifiers().contains(Modifier.PUBLIC) ? "a method of Object" : "package-private");
    }
}
