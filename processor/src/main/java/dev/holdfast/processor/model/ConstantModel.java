package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A {@code private static final} instance in a generated class, of a hint or predicate.
 *
 * @param name the constant
 * @param type its class: the user's, or a nested one to be written
 * @param hints what a class to be written reads, subclasses first; empty for the user's own
 */
public record ConstantModel(String name, ClassName type, List<HintModel> hints) {

    public ConstantModel {
        hints = List.copyOf(hints);
    }
}
