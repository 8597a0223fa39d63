package dev.holdfast.processor.read;

import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

/** The methods of an interface, static and private ones included, that {@code @Fallback} may name. */
public final class FallbackCandidates {

    private final List<ApiMethod> methods;

    /**
     * Looks for them.
     *
     * @param inherited the methods that its class inherits
     */
    FallbackCandidates(TypeElement type, List<ApiMethod> inherited) {
        methods = new ArrayList<>(inherited);
        List<TypeElement> hierarchy = new ArrayList<>(List.of(type));
        for (int i = 0; i < hierarchy.size(); i++) {
            ElementFilter.methodsIn(hierarchy.get(i).getEnclosedElements()).stream()
                    .filter(each -> !ApiMethod.isOverridable(each))
                    .map(FallbackCandidates::asDeclared)
                    .forEach(methods::add);
            hierarchy.get(i).getInterfaces().stream()
                    .map(JavaTypes::element)
                    .filter(each -> !hierarchy.contains(each))
                    .forEach(hierarchy::add);
        }
    }

    private static ApiMethod asDeclared(ExecutableElement method) {
        return new ApiMethod(
                null,
                List.of(method),
                method.getReturnType(),
                method.getParameters().stream().map(Element::asType).toList(),
                method.getTypeParameters().stream()
                        .map(each -> (TypeVariable) each.asType())
                        .toList(),
                method.getThrownTypes().stream().map(TypeMirror.class::cast).toList());
    }

    /** All of a name, nearer ones first. */
    public List<ApiMethod> named(String name) {
        return methods.stream().filter(each -> each.name().equals(name)).toList();
    }

    /** The names of those that can answer for another. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        methods.stream()
                .filter(each -> !each.element().getModifiers().contains(Modifier.ABSTRACT)
                        && !each.element().getModifiers().contains(Modifier.PRIVATE))
                .forEach(each -> names.add(each.name()));
        return names;
    }
}
