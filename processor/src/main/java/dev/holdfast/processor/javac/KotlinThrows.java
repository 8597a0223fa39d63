package dev.holdfast.processor.javac;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What a Kotlin function throws by its {@code @Throws}. The class file declares it, but kapt leaves it out of the stub of a
 * function with a generic signature, where only the annotation tells.
 */
public final class KotlinThrows {

    private static final List<String> ANNOTATIONS = List.of("kotlin.jvm.Throws", "kotlin.Throws");

    private KotlinThrows() {}

    /** Whether a method is written in Kotlin. */
    public static boolean isKotlin(ExecutableElement method) {
        return AnnotationValues.find(Names.outermost(method), "kotlin.Metadata") != null;
    }

    public static List<TypeMirror> of(ExecutableElement method) {
        return isKotlin(method) ? named(method) : List.of();
    }

    private static List<TypeMirror> named(ExecutableElement function) {
        for (String annotation : ANNOTATIONS) {
            AnnotationMirror mirror = AnnotationValues.find(function, annotation);
            if (mirror != null) {
                return mirror.getElementValues().values().stream()
                        .filter(value -> value.getValue() instanceof List)
                        .flatMap(value -> ((List<?>) value.getValue()).stream())
                        .map(value -> ((AnnotationValue) value).getValue())
                        .filter(TypeMirror.class::isInstance)
                        .map(TypeMirror.class::cast)
                        .filter(type -> type.getKind() == TypeKind.DECLARED)
                        .toList();
            }
        }
        return List.of();
    }
}
