package dev.holdfast.processor.diagnostic;

import dev.holdfast.processor.javac.Names;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What a message is given, and how that is shown. */
public enum Argument {
    /** A class or an interface. */
    TYPE(TypeElement.class),
    METHOD(ExecutableElement.class),
    /** A class, an interface or a method. */
    ELEMENT(Element.class),
    /** A type as a method names it, perhaps with type arguments. */
    USED_TYPE(TypeMirror.class),
    NUMBER(Number.class),
    /** A name, or text that the user has written. */
    TEXT(CharSequence.class),
    /** A number or a text. */
    VALUE(Object.class);

    private final Class<?> type;

    Argument(Class<?> type) {
        this.type = type;
    }

    /** The arguments of a message, in their order. */
    public static List<Argument> takes(Argument... arguments) {
        return List.of(arguments);
    }

    boolean accepts(Object value) {
        return type.isInstance(value);
    }

    static String text(Object value) {
        if (value instanceof Element element) {
            return Names.of(element);
        }
        return value instanceof TypeMirror used ? Names.of(used) : String.valueOf(value);
    }
}
