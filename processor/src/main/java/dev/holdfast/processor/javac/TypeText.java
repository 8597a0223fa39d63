package dev.holdfast.processor.javac;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Writes a type without packages and annotations. Not by {@code toString}: compilers, and releases of one compiler, disagree
 * on where it has annotations and spaces.
 */
public final class TypeText extends SimpleTypeVisitor14<String, @Nullable Void> {

    @Override
    protected String defaultAction(TypeMirror primitiveOrVoid, @Nullable Void unused) {
        return primitiveOrVoid.getKind().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visitDeclared(DeclaredType type, @Nullable Void unused) {
        // Not by the enclosing type: some compilers give one with type arguments to a static class too.
        String name = Names.of(JavaTypes.element(type));
        return type.getTypeArguments().isEmpty() ? name : name + "<" + join(type.getTypeArguments(), ", ") + ">";
    }

    @Override
    public String visitError(ErrorType type, @Nullable Void unused) {
        return type.asElement().getSimpleName().toString();
    }

    @Override
    public String visitArray(ArrayType type, @Nullable Void unused) {
        return visit(type.getComponentType()) + "[]";
    }

    @Override
    public String visitTypeVariable(TypeVariable type, @Nullable Void unused) {
        return type.asElement().getSimpleName().toString();
    }

    @Override
    public String visitIntersection(IntersectionType type, @Nullable Void unused) {
        return join(type.getBounds(), " & ");
    }

    @Override
    public String visitWildcard(WildcardType type, @Nullable Void unused) {
        TypeMirror upper = type.getExtendsBound();
        TypeMirror lower = type.getSuperBound();
        if (lower != null) {
            return "? super " + visit(lower);
        }
        return upper == null ? "?" : "? extends " + visit(upper);
    }

    private String join(List<? extends TypeMirror> types, String separator) {
        return types.stream().map(this::visit).collect(Collectors.joining(separator));
    }
}
