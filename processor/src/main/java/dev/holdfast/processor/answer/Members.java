package dev.holdfast.processor.answer;

import dev.holdfast.processor.javac.JavaTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Looks for methods that a type really has: client libraries change them from one version to the next.
 *
 * @param from the package whose code is to call them
 * @param deprecated whether deprecated ones will do
 * @param known the methods of the types that were looked into, by name: each is asked for many
 */
public record Members(
        JavaTypes java,
        PackageElement from,
        boolean deprecated,
        Map<TypeElement, Map<String, List<ExecutableElement>>> known) {

    /** What an answer's response, or the part of an exception that stands for it, is called. */
    static final List<String> RESPONSE = List.of(
            "response",
            "getResponse",
            "httpResponse",
            "getHttpResponse",
            "rawResponse",
            "getRawResponse",
            "awsErrorDetails",
            "sdkHttpResponse");

    private static final List<String> CLOSING = List.of("close", "disconnect");

    /** How far from an answer what it tells may be. */
    static final int DEPTH = 3;

    public Members(JavaTypes java, PackageElement from) {
        this(java, from, false, new HashMap<>());
    }

    Members withDeprecated() {
        return new Members(java, from, true, known);
    }

    /** The first that fits, by order of the names; null if none. */
    public @Nullable Member find(TypeMirror type, List<String> names, int parameters, Predicate<Member> fits) {
        return all(type, names, parameters).stream().filter(fits).findFirst().orElse(null);
    }

    /** Those with so many parameters, by order of the names. */
    public List<Member> all(TypeMirror type, List<String> names, int parameters) {
        if (!(type instanceof DeclaredType declared) || type.getKind() != TypeKind.DECLARED) {
            return List.of();
        }
        Map<String, List<ExecutableElement>> methods = known.computeIfAbsent(JavaTypes.element(type), this::lookAt);
        List<Member> found = new ArrayList<>();
        for (String name : names) {
            for (ExecutableElement each : methods.getOrDefault(name, List.of())) {
                if (each.getParameters().size() == parameters
                        && (deprecated || !java.elements().isDeprecated(each))
                        && each.getThrownTypes().stream().noneMatch(java::isChecked)) {
                    found.add(member(declared, each));
                }
            }
        }
        return found;
    }

    /** A method that lets go of what a type holds, whatever exception it throws; null if none. */
    @Nullable
    ExecutableElement closing(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        Map<String, List<ExecutableElement>> methods = known.computeIfAbsent(JavaTypes.element(type), this::lookAt);
        return methods.entrySet().stream()
                .filter(each -> CLOSING.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .filter(each -> each.getParameters().isEmpty()
                        && each.getReturnType().getKind() == TypeKind.VOID
                        && each.getThrownTypes().stream().allMatch(this::mayBeThrownOn))
                .findFirst()
                .orElse(null);
    }

    /** By a method that declares {@code Exception}. */
    private boolean mayBeThrownOn(TypeMirror thrown) {
        return !java.isChecked(thrown) || java.isA(thrown, "java.lang.Exception");
    }

    private Map<String, List<ExecutableElement>> lookAt(TypeElement type) {
        java.late().check(type, java);
        Map<String, List<ExecutableElement>> methods = new LinkedHashMap<>();
        for (ExecutableElement each : ElementFilter.methodsIn(java.elements().getAllMembers(type))) {
            // Compilers make up the names of parameters, where a class file has none, when asked for the parameters
            // themselves.
            if (((ExecutableType) each.asType()).getParameterTypes().size() <= 1 && isCallable(each)) {
                methods.computeIfAbsent(each.getSimpleName().toString(), name -> new ArrayList<>(1))
                        .add(each);
            }
        }
        return methods;
    }

    private Member member(DeclaredType type, ExecutableElement method) {
        ExecutableType member = (ExecutableType) java.types().asMemberOf(type, method);
        return new Member(method, member.getReturnType(), List.copyOf(member.getParameterTypes()));
    }

    private boolean isCallable(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC) && isVisible(method);
    }

    /** By the method's own modifiers: the class that declares it may be hidden behind the one that it is called on. */
    private boolean isVisible(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.PUBLIC)
                || (!method.getModifiers().contains(Modifier.PRIVATE)
                        && java.elements().getPackageOf(method).equals(from));
    }

    /** Whether something further may be called on what a member returns. */
    boolean leadsOn(Member member) {
        return member.returns().getKind() == TypeKind.DECLARED
                && !JavaTypes.name(member.returns()).startsWith("java.lang.")
                && java.isAccessible(JavaTypes.element(member.returns()), from);
    }
}
