package dev.holdfast.processor.kind;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.javac.UnresolvedTypeException;
import dev.holdfast.processor.model.CallModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Call} of the Retrofit that is on the class path, by the members that are really there. */
final class CallReader {

    /** Written, or inherited from the runtime's class; with the number of parameters. */
    private static final Map<String, Integer> NEEDED =
            Map.of("execute", 0, "enqueue", 1, "isExecuted", 0, "cancel", 0, "isCanceled", 0, "clone", 0);

    /** {@code timeout} came with Retrofit 2.7. */
    private static final Set<String> ACCESSORS = Set.of("request", "timeout");

    private final JavaTypes java;
    private final TypeElement call;
    private final Map<String, ExecutableElement> members = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();

    /**
     * Looks at the type that a method returns.
     *
     * @param call the type
     */
    CallReader(JavaTypes java, TypeElement call) {
        this.java = java;
        this.call = call;
        for (ExecutableElement member : abstractMembers(call)) {
            String name = member.getSimpleName().toString();
            int parameters = ACCESSORS.contains(name) ? 0 : NEEDED.getOrDefault(name, -1);
            if (member.getParameters().size() == parameters) {
                members.put(name, member);
            } else {
                unknown.add(name);
            }
        }
    }

    private List<ExecutableElement> abstractMembers(TypeElement type) {
        List<ExecutableElement> members =
                new ArrayList<>(ElementFilter.methodsIn(java.elements().getAllMembers(type)));
        members.removeIf(each -> !each.getModifiers().contains(Modifier.ABSTRACT));
        return members;
    }

    /** A method for which generated code cannot implement the call. */
    record Flaw(Diagnostic diagnostic, String method) {}

    /** Returns the first flaw of the type, or null for a usable one. */
    @Nullable
    Flaw flaw() {
        String first = unknown.stream().sorted().findFirst().orElse(null);
        if (first != null) {
            return new Flaw(MethodDiagnostic.UNKNOWN_CALL, first);
        }
        String missing = NEEDED.keySet().stream()
                .filter(each -> !members.containsKey(each))
                .sorted()
                .findFirst()
                .orElse(null);
        if (missing != null) {
            return new Flaw(MethodDiagnostic.UNKNOWN_CALL_LACKS, missing);
        }
        if (call.getTypeParameters().size() != 1 || !isOfOne(response()) || !throwsOnlyIo()) {
            return new Flaw(MethodDiagnostic.UNKNOWN_CALL_OTHER, "execute");
        }
        return isOfOne(callback()) && tellsAll() ? null : new Flaw(MethodDiagnostic.UNKNOWN_CALL_OTHER, "enqueue");
    }

    private TypeMirror response() {
        return member("execute").getReturnType();
    }

    private TypeMirror callback() {
        return member("enqueue").getParameters().get(0).asType();
    }

    private ExecutableElement member(String name) {
        ExecutableElement member = members.get(name);
        if (member == null) {
            throw new IllegalStateException("no member " + name);
        }
        return member;
    }

    /** Whether a type has the call's own type parameter for its only argument. */
    private boolean isOfOne(TypeMirror type) {
        TypeMirror own = call.getTypeParameters().get(0).asType();
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().size() == 1
                && java.types().isSameType(declared.getTypeArguments().get(0), own);
    }

    private boolean throwsOnlyIo() {
        return member("execute").getThrownTypes().stream().allMatch(each -> java.isNamed(each, "java.io.IOException"));
    }

    private boolean tellsAll() {
        List<ExecutableElement> told = abstractMembers(JavaTypes.element(callback()));
        return told.size() == 2
                && told.stream()
                        .allMatch(each -> takes(each, "onResponse", response())
                                || takes(
                                        each,
                                        "onFailure",
                                        java.elements()
                                                .getTypeElement("java.lang.Throwable")
                                                .asType()));
    }

    private boolean takes(ExecutableElement method, String name, TypeMirror second) {
        return method.getSimpleName().contentEquals(name)
                && method.getParameters().size() == 2
                && isSame(method.getParameters().get(0).asType(), call.asType())
                && isSame(method.getParameters().get(1).asType(), second);
    }

    private boolean isSame(TypeMirror type, TypeMirror other) {
        return java.types().isSameType(java.types().erasure(type), java.types().erasure(other));
    }

    /**
     * Describes the class to write.
     *
     * @param name its name
     * @param types copies what the class names
     */
    CallModel read(ClassName name, TypeNames types) {
        List<CallModel.Accessor> accessors = new ArrayList<>();
        ACCESSORS.stream().sorted().filter(members::containsKey).forEach(each -> {
            TypeMirror returns = member(each).getReturnType();
            if (returns.getKind() == TypeKind.ERROR) {
                throw new UnresolvedTypeException(member(each), Names.of(returns));
            }
            accessors.add(new CallModel.Accessor(each, types.of(returns)));
        });
        return new CallModel(
                name,
                ClassName.get(call),
                ClassName.get(JavaTypes.element(response())),
                ClassName.get(JavaTypes.element(callback())),
                accessors);
    }
}
