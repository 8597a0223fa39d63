package dev.holdfast.processor.javac;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** How elements are called: in messages, in Javadoc and in generated code. */
public final class Names {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private Names() {}

    /** The top-level type that an element is in. */
    public static TypeElement outermost(Element element) {
        Element type = element;
        while (!(type instanceof TypeElement) || enclosing(type) instanceof TypeElement) {
            type = enclosing(type);
        }
        return (TypeElement) type;
    }

    /** A type's simple names from the outermost on. */
    public static Deque<String> simpleNames(TypeElement type) {
        Deque<String> names = new ArrayDeque<>();
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            names.addFirst(each.getSimpleName().toString());
        }
        return names;
    }

    /** {@code Outer.Inner}. */
    public static String of(TypeElement type) {
        return String.join(".", simpleNames(type));
    }

    /** {@code Outer.Inner.method(String, int)}. */
    public static String of(ExecutableElement method) {
        return of(typeOf(method)) + "." + method.getSimpleName()
                + method.getParameters().stream()
                        .map(VariableElement::asType)
                        .map(Names::of)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A type or a method. */
    public static String of(Element element) {
        if (element instanceof ExecutableElement method) {
            return of(method);
        }
        return element instanceof TypeElement type ? of(type) : element.toString();
    }

    /** A type as source would have it with imports, without its annotations, and the same from every compiler. */
    public static String of(TypeMirror type) {
        return new TypeText().visit(type);
    }

    /** The type that a member is in. */
    public static TypeElement typeOf(Element member) {
        return (TypeElement) enclosing(member);
    }

    private static Element enclosing(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement(), "only modules are in nothing");
    }

    /** {@code "an enum"}, {@code "a class"}. */
    public static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case ENUM -> "an enum";
            case RECORD -> "a record";
            case ANNOTATION_TYPE -> "an annotation type";
            case INTERFACE -> "an interface";
            default -> "a class";
        };
    }

    public static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code ApiException} as {@code API_EXCEPTION}. */
    public static String constant(String name) {
        return WORD_START.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
    }
}
