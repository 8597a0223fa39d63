package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code RateLimitHint} that generated code uses.
 *
 * @param className the user's class; null for what the class reads that is written beside the methods
 * @param answer what it reads
 * @param methods the methods to write; empty for a class of the user's
 */
public record HintModel(@Nullable ClassName className, TypeName answer, List<MethodSpec> methods) {

    /** The first parameter of all methods. */
    public static final String ANSWER = "answer";

    /** The parameter in its place, of a method that reads answers of several types. */
    public static final String ANY = "object";

    public HintModel {
        methods = List.copyOf(methods);
    }

    public boolean isWritten() {
        return className == null;
    }
}
