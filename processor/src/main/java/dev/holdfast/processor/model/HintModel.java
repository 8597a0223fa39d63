package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A {@code RateLimitHint} that generated code uses.
 *
 * @param className the user's class; of a written one the simple name only, which may still be changed where it is taken
 * @param answer what it reads
 * @param methods the methods to write; empty for a class of the user's
 */
public record HintModel(ClassName className, TypeName answer, List<MethodSpec> methods) {

    public HintModel {
        methods = List.copyOf(methods);
    }

    public boolean isWritten() {
        return !methods.isEmpty();
    }
}
