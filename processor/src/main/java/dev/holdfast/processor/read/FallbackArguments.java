package dev.holdfast.processor.read;

import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.TypeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Works out the type arguments with which a generic method answers for one that is not generic, as the compiler would. */
final class FallbackArguments {

    private final JavaTypes java;
    private final Map<String, @Nullable TypeMirror> found = new HashMap<>();

    private FallbackArguments(JavaTypes java, List<TypeVariable> variables) {
        this.java = java;
        variables.forEach(each -> found.put(each.asElement().getSimpleName().toString(), null));
    }

    /** One for each type variable of the candidate: by parameters, else by what is returned, else by the variable's bound. */
    public static List<TypeMirror> of(ApiMethod method, ApiMethod candidate, JavaTypes java) {
        FallbackArguments arguments = new FallbackArguments(java, candidate.typeVariables());
        for (int i = 0; i < method.parameters().size(); i++) {
            arguments.match(candidate.parameters().get(i), method.parameters().get(i));
        }
        arguments.matchResult(candidate.returns(), method.returns());
        List<TypeMirror> all = new ArrayList<>();
        for (TypeVariable each : candidate.typeVariables()) {
            TypeMirror argument =
                    arguments.found.get(each.asElement().getSimpleName().toString());
            all.add(argument == null ? otherwise(each, candidate, java) : argument);
        }
        return all;
    }

    /** What is only thrown is unchecked. */
    private static TypeMirror otherwise(TypeVariable variable, ApiMethod candidate, JavaTypes java) {
        TypeMirror unchecked =
                java.elements().getTypeElement("java.lang.RuntimeException").asType();
        boolean thrown =
                candidate.thrown().stream().anyMatch(each -> java.types().isSameType(each, variable))
                        && java.types().isSubtype(unchecked, java.types().erasure(variable));
        return thrown ? unchecked : java.types().erasure(variable);
    }

    private void matchResult(TypeMirror type, TypeMirror wanted) {
        boolean declared = wanted.getKind() == TypeKind.DECLARED && type.getKind() == TypeKind.DECLARED;
        DeclaredType above = declared ? java.supertype(type, JavaTypes.name(wanted)) : null;
        match(above == null ? type : above, java.boxed(wanted));
    }

    /** The first match counts: whether the others agree is seen when the variables are replaced. */
    private void match(@Nullable TypeMirror type, @Nullable TypeMirror actual) {
        if (type == null || actual == null) {
            return;
        }
        String name = type instanceof TypeVariable variable ? TypeNames.nameOfOwn(variable) : null;
        if (name != null && found.containsKey(name)) {
            TypeMirror argument = actual instanceof WildcardType wildcard ? bound(wildcard) : actual;
            boolean reference = argument != null
                    && (argument.getKind() == TypeKind.DECLARED
                            || argument.getKind() == TypeKind.ARRAY
                            || argument.getKind() == TypeKind.TYPEVAR);
            if (reference) {
                found.putIfAbsent(name, argument);
            }
        } else if (type instanceof WildcardType wildcard) {
            if (actual instanceof WildcardType other) {
                match(wildcard.getExtendsBound(), other.getExtendsBound());
                match(wildcard.getSuperBound(), other.getSuperBound());
            } else {
                match(bound(wildcard), actual);
            }
        } else if (type instanceof ArrayType array && actual instanceof ArrayType other) {
            match(array.getComponentType(), other.getComponentType());
        } else if (type instanceof DeclaredType declared && actual instanceof DeclaredType other) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            for (int i = 0;
                    i < Math.min(arguments.size(), other.getTypeArguments().size());
                    i++) {
                match(arguments.get(i), other.getTypeArguments().get(i));
            }
        }
    }

    private static @Nullable TypeMirror bound(WildcardType wildcard) {
        return wildcard.getExtendsBound() == null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
    }
}
