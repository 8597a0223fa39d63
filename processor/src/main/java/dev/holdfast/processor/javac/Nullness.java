package dev.holdfast.processor.javac;

import dev.holdfast.processor.model.RuntimeNames;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** JSpecify's marks around an interface. */
public final class Nullness {

    private Nullness() {}

    /** Whether an unmarked type in the interface means "never null". */
    public static boolean isMarked(TypeElement type) {
        for (Element scope = type; scope != null; scope = scope.getEnclosingElement()) {
            if (AnnotationValues.find(scope, RuntimeNames.NULL_MARKED) != null) {
                return true;
            }
        }
        return false;
    }

    /** The mark to repeat: of the interface or of a type around it. That of a package holds for its generated classes too. */
    public static Optional<AnnotationMirror> markOf(TypeElement type) {
        for (Element scope = type; scope instanceof TypeElement; scope = scope.getEnclosingElement()) {
            AnnotationMirror mark = AnnotationValues.find(scope, RuntimeNames.NULL_MARKED);
            if (mark != null) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
