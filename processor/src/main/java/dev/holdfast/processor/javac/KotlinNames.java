package dev.holdfast.processor.javac;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Functions of a Kotlin interface whose names in class files are none in Java, because a value class is in their signature. kapt
 * leaves them out of its stubs, where only the metadata tells of them.
 */
public final class KotlinNames {

    private static final Pattern MANGLED = Pattern.compile("[\\w$]+-[\\w-]{7}");

    private KotlinNames() {}

    /** The names of functions that an interface has, and its stub has not. */
    public static List<String> leftOut(TypeElement type) {
        AnnotationMirror metadata =
                type.getKind().isInterface() ? AnnotationValues.find(type, "kotlin.Metadata") : null;
        if (metadata == null) {
            return List.of();
        }
        Set<String> present = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .map(each -> each.getSimpleName().toString())
                .collect(Collectors.toSet());
        return metadata.getElementValues().entrySet().stream()
                .filter(each -> each.getKey().getSimpleName().contentEquals("d2"))
                .filter(each -> each.getValue().getValue() instanceof List)
                .flatMap(each -> ((List<?>) each.getValue().getValue()).stream())
                .map(each -> String.valueOf(((AnnotationValue) each).getValue()))
                .filter(each -> MANGLED.matcher(each).matches() && !present.contains(each))
                .distinct()
                .toList();
    }
}
