package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A {@code private static final} instance in a generated class, of a hint or predicate.
 *
 * @param name the constant
 * @param type its class: the user's, or a nested one to be written
 * @param answer what a written hint reads
 * @param methods the methods of a class to be written; empty for the user's own
 */
public record ConstantModel(String name, ClassName type, TypeName answer, List<MethodSpec> methods) {

    public ConstantModel {
        methods = List.copyOf(methods);
    }
}
