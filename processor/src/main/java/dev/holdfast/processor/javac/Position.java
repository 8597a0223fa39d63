package dev.holdfast.processor.javac;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem is: on an attribute's value, else on an annotation, else on an element.
 *
 * @param otherwise where to show it if the element is in a class file, or null
 */
public record Position(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value,
        @Nullable Position otherwise) {

    public static Position of(Element element) {
        return of(element, null);
    }

    public static Position of(Element element, @Nullable AnnotationMirror annotation) {
        return new Position(element, annotation, null, null);
    }

    /** A value of the annotation. */
    public Position on(@Nullable AnnotationValue inner) {
        return new Position(element, annotation, inner, otherwise);
    }

    Position or(Position fallback) {
        return new Position(element, annotation, value, fallback);
    }
}
