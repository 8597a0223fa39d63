package dev.holdfast.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem is: on an attribute's value, else on an annotation, else on an element.
 *
 * @param otherwise where to show it if the element is in a class file, or null
 */
record Position(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value,
        @Nullable Position otherwise) {

    static Position of(Element element) {
        return of(element, null);
    }

    static Position of(Element element, @Nullable AnnotationMirror annotation) {
        return new Position(element, annotation, null, null);
    }

    /** A value of the annotation. */
    Position on(@Nullable AnnotationValue inner) {
        return new Position(element, annotation, inner, otherwise);
    }

    Position or(Position fallback) {
        return new Position(element, annotation, value, fallback);
    }
}
