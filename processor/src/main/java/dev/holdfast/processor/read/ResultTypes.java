package dev.holdfast.processor.read;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.kind.ReturnKinds;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** An attribute with classes of results: {@code {SdkIterable.class, void.class}}. */
final class ResultTypes {

    private final @Nullable AnnotationReader options;
    private final String attribute;
    private final JavaTypes java;
    private final List<? extends AnnotationValue> written;

    ResultTypes(@Nullable AnnotationReader options, String attribute, JavaTypes java) {
        this.options = options;
        this.attribute = attribute;
        this.java = java;
        this.written = options == null ? List.of() : options.values(attribute);
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    /** Whether a method returns one of the classes or a subclass, itself or as an answer that comes later. */
    boolean match(ApiMethod method) {
        AnnotationReader annotation = options;
        return annotation != null
                && written.stream().anyMatch(each -> returns(method, annotation.as(TypeMirror.class, each)));
    }

    private boolean returns(ApiMethod method, TypeMirror type) {
        return isA(method.returns(), type) || isA(ReturnKinds.of(method).answer(method, java), type);
    }

    private boolean isA(TypeMirror result, TypeMirror type) {
        // One primitive type is a subtype of another.
        return (isBare(result) || isBare(type))
                ? result.getKind() == type.getKind()
                : java.types()
                        .isSubtype(java.types().erasure(result), java.types().erasure(type));
    }

    private static boolean isBare(TypeMirror type) {
        return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID;
    }

    /** Reports each class that none of the methods returns. */
    void check(TypeElement target, List<ApiMethod> methods) {
        AnnotationReader annotation = options;
        if (annotation == null) {
            return;
        }
        for (AnnotationValue value : written) {
            TypeMirror type = annotation.as(TypeMirror.class, value);
            if (methods.stream().noneMatch(each -> returns(each, type))) {
                annotation
                        .problems()
                        .report(TargetDiagnostic.PATTERN_UNUSED_TYPE, annotation.at(value), attribute, type, target);
            }
        }
    }
}
