package dev.holdfast.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import java.util.List;

/**
 * Annotations by which a framework for dependency injection creates a generated class.
 *
 * @param type those on the class
 * @param plain those on the constructor without a context
 * @param withContext those on the constructor with one
 * @param delegate those on the delegate, where the constructor has annotations
 * @param fallback those on the fallback client
 */
public record InjectionModel(
        List<AnnotationSpec> type,
        List<AnnotationSpec> plain,
        List<AnnotationSpec> withContext,
        List<AnnotationSpec> delegate,
        List<AnnotationSpec> fallback) {

    public static final InjectionModel NONE = new InjectionModel(List.of(), List.of(), List.of(), List.of(), List.of());

    public InjectionModel {
        type = List.copyOf(type);
        plain = List.copyOf(plain);
        withContext = List.copyOf(withContext);
        delegate = List.copyOf(delegate);
        fallback = List.copyOf(fallback);
    }
}
