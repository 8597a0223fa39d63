package dev.holdfast.processor.javac;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Copies compiler types to JavaPoet's, for a generated class. Unlike JavaPoet's own copier it keeps annotations on types,
 * wherever they stand, if the class can see them.
 *
 * @param home the package that the class is in
 * @param renamed type variables of the method at hand that are not called as they are declared, by their names
 */
public record TypeNames(JavaTypes java, PackageElement home, Map<String, String> renamed) {

    public TypeNames {
        renamed = Map.copyOf(renamed);
    }

    public TypeNames(JavaTypes java, PackageElement home) {
        this(java, home, Map.of());
    }

    /** The same for a method, whose type variables must not hide those of the class: one that would is called otherwise. */
    public TypeNames within(List<TypeVariable> variables, Set<String> taken) {
        Map<String, String> names = new HashMap<>();
        Set<String> used = new HashSet<>(taken);
        variables.forEach(each -> used.add(each.asElement().getSimpleName().toString()));
        for (TypeVariable each : variables) {
            String name = each.asElement().getSimpleName().toString();
            if (taken.contains(name)) {
                String other = name + "2";
                while (!used.add(other)) {
                    other += "_";
                }
                names.put(name, other);
            }
        }
        return names.isEmpty() ? this : new TypeNames(java, home, names);
    }

    public String of(TypeVariable variable) {
        String name = nameOfOwn(variable);
        return name == null ? variable.asElement().getSimpleName().toString() : renamed.getOrDefault(name, name);
    }

    /**
     * What identifies a type variable within the declaration of the method that it belongs to; null for one of a type. Not the
     * element: ECJ has another one for each annotation that stands before a use.
     */
    public static @Nullable String nameOfOwn(TypeVariable variable) {
        return variable.asElement() instanceof TypeParameterElement parameter
                        && parameter.getGenericElement() instanceof ExecutableElement
                ? parameter.getSimpleName().toString()
                : null;
    }

    public TypeName of(TypeMirror type) {
        return type.accept(new Copier(), null);
    }

    public List<TypeName> of(List<? extends TypeMirror> types) {
        return types.stream().map(this::of).collect(Collectors.toList());
    }

    /** A type variable where it is declared: with its bounds. */
    public TypeVariableName declaration(TypeVariable variable) {
        return TypeVariableName.get(of(variable), of(bounds(variable)).toArray(new TypeName[0]));
    }

    /** The bounds of a type variable. */
    public static List<? extends TypeMirror> bounds(TypeVariable variable) {
        TypeMirror bound = variable.getUpperBound();
        if (bound instanceof TypeVariable itself && itself.asElement().equals(variable.asElement())) {
            // What ECJ gives where there is more than one.
            return ((TypeParameterElement) variable.asElement()).getBounds();
        }
        if (!(bound instanceof IntersectionType intersection)) {
            return List.of(bound);
        }
        List<? extends TypeMirror> declared = ((TypeParameterElement) variable.asElement()).getBounds();
        List<TypeMirror> bounds = new ArrayList<>(intersection.getBounds());
        if (bounds.size() < declared.size()) {
            // ECJ leaves out a class.
            bounds.add(0, declared.get(0));
        }
        return bounds;
    }

    private List<AnnotationSpec> annotations(TypeMirror type) {
        Set<Element> seen = new HashSet<>();
        return type.getAnnotationMirrors().stream()
                .filter(this::canBeNamed)
                // ECJ gives those of a type argument and those of the type variable that it is for.
                .filter(each -> seen.add(each.getAnnotationType().asElement()) || isRepeatable(each))
                .map(AnnotationCopies::of)
                .collect(Collectors.toList());
    }

    private static boolean isRepeatable(AnnotationMirror annotation) {
        return AnnotationValues.find(annotation.getAnnotationType().asElement(), "java.lang.annotation.Repeatable")
                != null;
    }

    /** Whether the class can repeat an annotation: not one that it cannot see, or that is missing as often with libraries. */
    public boolean canBeNamed(AnnotationMirror annotation) {
        Element element = annotation.getAnnotationType().asElement();
        return element.asType().getKind() != TypeKind.ERROR
                && java.isAccessible(element, home)
                && annotation.getElementValues().values().stream().allMatch(this::canBeNamed);
    }

    private boolean canBeNamed(AnnotationValue value) {
        Object content = value.getValue();
        if (content instanceof List<?> values) {
            return values.stream().allMatch(each -> canBeNamed((AnnotationValue) each));
        }
        if (content instanceof AnnotationMirror nested) {
            return canBeNamed(nested);
        }
        if (content instanceof VariableElement constant) {
            return java.isAccessible(constant, home);
        }
        return !(content instanceof DeclaredType type)
                || (type.getKind() == TypeKind.DECLARED && java.isAccessible(type.asElement(), home));
    }

    private final class Copier extends SimpleTypeVisitor14<TypeName, @Nullable Void> {

        @Override
        public TypeName visitDeclared(DeclaredType type, @Nullable Void unused) {
            ClassName raw = ClassName.get((TypeElement) type.asElement());
            List<AnnotationSpec> annotations = annotations(type);
            List<TypeName> arguments = of(type.getTypeArguments());
            TypeMirror outer = type.getEnclosingType();
            boolean inner = outer.getKind() == TypeKind.DECLARED
                    && !type.asElement().getModifiers().contains(Modifier.STATIC);
            if (inner && of(outer) instanceof ParameterizedTypeName enclosing) {
                ParameterizedTypeName nested = enclosing.nestedClass(raw.simpleName(), arguments);
                return annotations.isEmpty() ? nested : nested.annotated(annotations);
            }
            // On the class name, not on the parameterized one: that is where the annotation is written.
            ClassName annotated = annotations.isEmpty() ? raw : raw.annotated(annotations);
            return arguments.isEmpty()
                    ? annotated
                    : ParameterizedTypeName.get(annotated, arguments.toArray(new TypeName[0]));
        }

        @Override
        public TypeName visitArray(ArrayType type, @Nullable Void unused) {
            return annotated(ArrayTypeName.of(of(type.getComponentType())), type);
        }

        @Override
        public TypeName visitTypeVariable(TypeVariable type, @Nullable Void unused) {
            return annotated(TypeVariableName.get(of(type)), type);
        }

        @Override
        public TypeName visitWildcard(WildcardType type, @Nullable Void unused) {
            TypeMirror upper = type.getExtendsBound();
            TypeMirror lower = type.getSuperBound();
            TypeName wildcard = lower != null
                    ? WildcardTypeName.supertypeOf(of(lower))
                    : WildcardTypeName.subtypeOf(upper == null ? ClassName.OBJECT : of(upper));
            return annotated(wildcard, type);
        }

        @Override
        public TypeName visitPrimitive(PrimitiveType type, @Nullable Void unused) {
            return annotated(primitive(type.getKind()), type);
        }

        @Override
        public TypeName visitNoType(NoType type, @Nullable Void unused) {
            return TypeName.VOID;
        }

        @Override
        protected TypeName defaultAction(TypeMirror type, @Nullable Void unused) {
            throw new IllegalArgumentException("not a type of a signature: " + type.getKind() + " " + type);
        }

        private TypeName annotated(TypeName name, TypeMirror type) {
            List<AnnotationSpec> annotations = annotations(type);
            return annotations.isEmpty() ? name : name.annotated(annotations);
        }

        private TypeName primitive(TypeKind kind) {
            return switch (kind) {
                case BOOLEAN -> TypeName.BOOLEAN;
                case BYTE -> TypeName.BYTE;
                case SHORT -> TypeName.SHORT;
                case INT -> TypeName.INT;
                case LONG -> TypeName.LONG;
                case CHAR -> TypeName.CHAR;
                case FLOAT -> TypeName.FLOAT;
                default -> TypeName.DOUBLE;
            };
        }
    }
}
