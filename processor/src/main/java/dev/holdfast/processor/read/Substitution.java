package dev.holdfast.processor.read;

import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.TypeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Puts types in the place of a method's type variables. */
public final class Substitution extends SimpleTypeVisitor14<TypeMirror, @Nullable Void> {

    private final JavaTypes java;
    private final Map<String, TypeMirror> replacements = new HashMap<>();

    /** For as many variables as types, or for none. */
    Substitution(JavaTypes java, List<TypeVariable> variables, List<? extends TypeMirror> replacements) {
        this.java = java;
        for (int i = 0; i < variables.size(); i++) {
            this.replacements.put(variables.get(i).asElement().getSimpleName().toString(), replacements.get(i));
        }
    }

    public TypeMirror of(TypeMirror type) {
        return replacements.isEmpty() ? type : visit(type);
    }

    @Override
    protected TypeMirror defaultAction(TypeMirror other, @Nullable Void unused) {
        return other;
    }

    @Override
    public TypeMirror visitTypeVariable(TypeVariable type, @Nullable Void unused) {
        String name = TypeNames.nameOfOwn(type);
        return name == null ? type : replacements.getOrDefault(name, type);
    }

    @Override
    public TypeMirror visitArray(ArrayType type, @Nullable Void unused) {
        return java.types().getArrayType(visit(type.getComponentType()));
    }

    @Override
    public TypeMirror visitWildcard(WildcardType type, @Nullable Void unused) {
        return java.types().getWildcardType(bound(type.getExtendsBound()), bound(type.getSuperBound()));
    }

    private @Nullable TypeMirror bound(@Nullable TypeMirror bound) {
        return bound == null ? null : visit(bound);
    }

    @Override
    public TypeMirror visitDeclared(DeclaredType type, @Nullable Void unused) {
        TypeMirror[] arguments =
                type.getTypeArguments().stream().map(this::visit).toArray(TypeMirror[]::new);
        boolean inner = type.getEnclosingType().getKind() == TypeKind.DECLARED;
        if (arguments.length == 0 && !inner) {
            return type;
        }
        return inner
                ? java.types()
                        .getDeclaredType(
                                (DeclaredType) visit(type.getEnclosingType()), JavaTypes.element(type), arguments)
                : java.types().getDeclaredType(JavaTypes.element(type), arguments);
    }
}
