package dev.holdfast.processor;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** JSpecify's marks around an interface. */
final class Nullness {

    private Nullness() {}

    /** Whether an unmarked type in the interface means "never null". */
    static boolean isMarked(TypeElement type) {
        for (Element scope = type; scope != null; scope = scope.getEnclosingElement()) {
            if (AnnotationValues.find(scope, RuntimeNames.NULL_MARKED) != null) {
                return true;
            }
        }
        return false;
    }

    /** The mark to repeat: of the interface or of a type around it. That of a package holds for its generated classes too. */
    static Optional<AnnotationMirror> markOf(TypeElement type) {
        for (Element scope = type; scope instanceof TypeElement; scope = scope.getEnclosingElement()) {
            AnnotationMirror mark = AnnotationValues.find(scope, RuntimeNames.NULL_MARKED);
            if (mark != null) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
