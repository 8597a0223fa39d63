package dev.holdfast.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Where a problem is: on an attribute's value, else on an annotation, else on an element. */
record Position(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    static Position of(Element element) {
        return new Position(element, null, null);
    }

    static Position of(Element element, @Nullable AnnotationMirror annotation) {
        return new Position(element, annotation, null);
    }
}
