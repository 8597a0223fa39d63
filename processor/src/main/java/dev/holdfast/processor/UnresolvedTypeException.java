package dev.holdfast.processor;

import javax.lang.model.element.Element;

/** Ends the reading of an interface that names a type which does not exist yet: another processor may still write it. */
final class UnresolvedTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Element where;
    private final String typeName;

    UnresolvedTypeException(Element where, String typeName) {
        super(typeName);
        this.where = where;
        this.typeName = typeName;
    }

    /** The element that names the type. */
    Element where() {
        return where;
    }

    /** The type's name as the compiler gives it. */
    String typeName() {
        return typeName;
    }
}
