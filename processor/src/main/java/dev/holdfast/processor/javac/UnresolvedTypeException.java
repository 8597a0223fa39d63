package dev.holdfast.processor.javac;

import javax.lang.model.element.Element;

/** Ends the reading of an interface that names a type which does not exist yet: another processor may still write it. */
public final class UnresolvedTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Element where;
    private final String typeName;

    private final boolean value;

    private UnresolvedTypeException(Element where, String typeName, boolean value) {
        super(typeName);
        this.where = where;
        this.typeName = typeName;
        this.value = value;
    }

    public UnresolvedTypeException(Element where, String typeName) {
        this(where, typeName, false);
    }

    /** An attribute whose value the compiler cannot make out. */
    public static UnresolvedTypeException ofValue(Element host, String annotation) {
        return new UnresolvedTypeException(host, "<error> in @" + annotation, true);
    }

    /** Whether it is the value of an attribute: in source the compiler itself says what is wrong with it, and by name. */
    public boolean isValue() {
        return value;
    }

    /** The element that names the type. */
    public Element where() {
        return where;
    }

    /** The type's name as the compiler gives it. */
    public String typeName() {
        return typeName;
    }
}
