package dev.holdfast.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all types that generated code names: finds those that do not exist yet, and the warnings that naming the
 * others gives, which generated code must silence.
 */
final class SignatureScan {

    private final JavaTypes java;
    private final Set<String> warnings = new TreeSet<>();
    private final Set<Element> seenVariables = new HashSet<>();

    SignatureScan(JavaTypes java) {
        this.java = java;
    }

    /** Keys of {@code javac}'s lint, sorted. */
    Set<String> warnings() {
        return warnings;
    }

    void scan(TypeElement type) {
        use(type);
        type.getTypeParameters().forEach(each -> scan(each.asType(), type));
        for (TypeMirror supertype : type.getInterfaces()) {
            scan(supertype, type);
            scan(JavaTypes.element(supertype));
        }
    }

    void scan(ApiMethod method) {
        Element where = method.element();
        use(where);
        scan(method.returns(), where);
        method.parameters().forEach(each -> scan(each, where));
        method.typeVariables().forEach(each -> scan(each, where));
        method.thrown().forEach(each -> scan(each, where));
        List<TypeMirror> parameters = method.parameters();
        if (method.element().isVarArgs()
                && parameters.get(parameters.size() - 1) instanceof ArrayType array
                && !isReifiable(array.getComponentType())) {
            warnings.add("unchecked");
        }
        boolean interruptible =
                method.thrown().stream().anyMatch(each -> java.types().isSubtype(java.interruptedException(), each));
        if (method.name().equals("close") && parameters.isEmpty() && interruptible) {
            // Only of a class that is AutoCloseable; elsewhere it silences nothing.
            warnings.add("try");
        }
    }

    private boolean isReifiable(TypeMirror type) {
        return java.types().isSameType(type, java.types().erasure(type));
    }

    void scan(TypeMirror type, Element where) {
        type.accept(new Visitor(), where);
    }

    /** Notes that generated code names an element or calls it. */
    void use(Element element) {
        if (java.elements().isDeprecated(element)) {
            AnnotationMirror deprecated = AnnotationValues.find(element, "java.lang.Deprecated");
            boolean removal = deprecated != null
                    && java.elements().getElementValuesWithDefaults(deprecated).values().stream()
                            .anyMatch(each -> Boolean.TRUE.equals(each.getValue()));
            warnings.add(removal ? "removal" : "deprecation");
        }
    }

    private final class Visitor extends SimpleTypeVisitor14<@Nullable Void, Element> {

        @Override
        public @Nullable Void visitError(ErrorType type, Element where) {
            throw new UnresolvedTypeException(where, Names.of(type));
        }

        @Override
        public @Nullable Void visitDeclared(DeclaredType type, Element where) {
            if (type.getKind() == TypeKind.ERROR) {
                // Named by a class file, and not found: compilers do not always call it an error type.
                throw new UnresolvedTypeException(where, Names.of(type));
            }
            TypeElement element = (TypeElement) type.asElement();
            use(element);
            if (type.getTypeArguments().isEmpty()
                    && !element.getTypeParameters().isEmpty()) {
                warnings.add("rawtypes");
            }
            type.getEnclosingType().accept(this, where);
            type.getTypeArguments().forEach(each -> each.accept(this, where));
            return null;
        }

        @Override
        public @Nullable Void visitArray(ArrayType type, Element where) {
            return type.getComponentType().accept(this, where);
        }

        @Override
        public @Nullable Void visitWildcard(WildcardType type, Element where) {
            TypeMirror upper = type.getExtendsBound();
            TypeMirror lower = type.getSuperBound();
            TypeMirror bound = upper != null ? upper : lower;
            return bound == null ? null : bound.accept(this, where);
        }

        @Override
        public @Nullable Void visitTypeVariable(TypeVariable type, Element where) {
            if (seenVariables.add(type.asElement())) {
                type.getUpperBound().accept(this, where);
            }
            return null;
        }

        @Override
        public @Nullable Void visitIntersection(IntersectionType type, Element where) {
            type.getBounds().forEach(each -> each.accept(this, where));
            return null;
        }
    }
}
