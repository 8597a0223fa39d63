package dev.holdfast.processor.javac;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Questions about the types of the compilation. */
public record JavaTypes(Types types, Elements elements, SupertypeNames supertypeNames, LateMembers late) {

    private static final Set<String> INTERRUPTION =
            Set.of("java.lang.InterruptedException", "java.lang.Exception", "java.lang.Throwable");

    public JavaTypes(Types types, Elements elements) {
        this(types, elements, LateMembers.none());
    }

    public JavaTypes(Types types, Elements elements, LateMembers late) {
        this(types, elements, new SupertypeNames(types), late);
    }

    /** The type itself or the supertype of it that has a name, with the type arguments it has there; null if none. */
    public @Nullable DeclaredType supertype(TypeMirror type, String name) {
        if (type instanceof DeclaredType declared && name(declared).equals(name)) {
            return declared;
        }
        if (type.getKind() != TypeKind.DECLARED && type.getKind() != TypeKind.TYPEVAR) {
            return null;
        }
        for (TypeMirror direct : types.directSupertypes(type)) {
            DeclaredType found = supertype(direct, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The simple names of all types within an interface, inherited ones included. */
    public Set<String> memberTypes(TypeElement type) {
        Set<String> names = new HashSet<>();
        addMemberTypes(type, names);
        return names;
    }

    private static void addMemberTypes(TypeElement type, Set<String> names) {
        ElementFilter.typesIn(type.getEnclosedElements())
                .forEach(each -> names.add(each.getSimpleName().toString()));
        type.getInterfaces().forEach(each -> addMemberTypes(element(each), names));
    }

    /** A class and its superclasses below {@code Object}, from itself upwards. */
    public static List<TypeElement> classes(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>();
        TypeElement next = type;
        while (!next.getQualifiedName().contentEquals("java.lang.Object")) {
            classes.add(next);
            if (next.getSuperclass().getKind() != TypeKind.DECLARED) {
                break;
            }
            next = element(next.getSuperclass());
        }
        return classes;
    }

    /** The first type argument that a type gives to a supertype of it; null for none, and for a raw type. */
    public @Nullable TypeMirror argument(TypeMirror type, String supertype) {
        DeclaredType found = isA(type, supertype) ? supertype(type, supertype) : null;
        return found == null || found.getTypeArguments().isEmpty()
                ? null
                : found.getTypeArguments().get(0);
    }

    public boolean isA(TypeMirror type, String name) {
        return supertypeNames.has(type, name);
    }

    public boolean isThrowable(TypeMirror type) {
        return isA(type, "java.lang.Throwable");
    }

    public boolean isChecked(TypeMirror exception) {
        return !isA(exception, "java.lang.RuntimeException") && !isA(exception, "java.lang.Error");
    }

    /** Whether a {@code catch} of the exception is allowed around code that throws what is declared. */
    public boolean mayCatch(TypeMirror exception, List<? extends TypeMirror> declared) {
        return !isChecked(exception)
                || isNamed(exception, "java.lang.Exception")
                || isNamed(exception, "java.lang.Throwable")
                || declared.stream()
                        .anyMatch(each -> types.isSubtype(each, exception) || types.isSubtype(exception, each));
    }

    /** Whether an interface's own instance is also one of a type, {@code Object} aside. */
    public boolean isSupertype(TypeMirror type, TypeElement of) {
        return type.getKind() == TypeKind.DECLARED
                && !isNamed(type, "java.lang.Object")
                && types.isSubtype(of.asType(), type);
    }

    /** Whether what a method declares allows it an {@code InterruptedException}. */
    public boolean mayBeInterrupted(List<? extends TypeMirror> thrown) {
        return thrown.stream().anyMatch(each -> each instanceof DeclaredType type && INTERRUPTION.contains(name(type)));
    }

    public boolean isNamed(TypeMirror type, String name) {
        return type instanceof DeclaredType declared && name(declared).equals(name);
    }

    public TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
                : type;
    }

    public static TypeElement element(TypeMirror declared) {
        return (TypeElement) ((DeclaredType) declared).asElement();
    }

    public static String name(TypeMirror declared) {
        return element(declared).getQualifiedName().toString();
    }

    /** Whether a type leaves out the type arguments that its class has. */
    public static boolean isRaw(DeclaredType type) {
        return type.getTypeArguments().isEmpty()
                && !element(type).getTypeParameters().isEmpty();
    }

    /** Whether code in a package can name a class, or call a constructor or method once it can name the class. */
    public boolean isAccessible(Element element, PackageElement from) {
        boolean samePackage = elements.getPackageOf(element).equals(from);
        for (Element each = element;
                each != null && each.getKind() != ElementKind.PACKAGE;
                each = each.getEnclosingElement()) {
            Set<Modifier> modifiers = each.getModifiers();
            boolean visible = modifiers.contains(Modifier.PUBLIC)
                    || (samePackage && !modifiers.contains(Modifier.PRIVATE))
                    || isInterfaceMember(each);
            if (!visible) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInterfaceMember(Element element) {
        Element enclosing = element.getEnclosingElement();
        return enclosing != null
                && (enclosing.getKind() == ElementKind.INTERFACE || enclosing.getKind() == ElementKind.ANNOTATION_TYPE)
                && !element.getModifiers().contains(Modifier.PRIVATE);
    }

    /** Why code in a package cannot write {@code new T()}; null if it can. */
    public @Nullable String whyNotInstantiable(TypeElement type, PackageElement from) {
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return "is " + Names.kind(type);
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return "is abstract";
        }
        if (!isAccessible(type, from)) {
            return "is not visible in package " + from.getQualifiedName();
        }
        if (type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC)
                && !isInterfaceMember(type)) {
            return "is an inner class that is not static";
        }
        if (!type.getTypeParameters().isEmpty()) {
            return "has type parameters";
        }
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (constructor.getParameters().isEmpty() && isAccessible(constructor, from)) {
                return constructor.getThrownTypes().stream().anyMatch(this::isChecked)
                        ? "has a constructor that throws checked exceptions"
                        : null;
            }
        }
        return "has no accessible constructor without parameters";
    }
}
