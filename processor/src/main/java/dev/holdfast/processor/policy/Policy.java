package dev.holdfast.processor.policy;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.javac.Names;

/** One kind of protection: its annotation, what it checks, and what it adds to the generated class. */
public interface Policy {

    /** The annotation that asks for it. */
    ClassName annotation();

    /** The class in the runtime that does it. */
    ClassName runtimeType();

    /** Its name in the runtime's builders and in generated ones, such as {@code circuitBreaker}. */
    String property();

    /** The class of the runtime whose calls set the policy up in generated code. */
    ClassName setup();

    /** Whether an instance of the user's can be given to the generated builder in its place. */
    default boolean isReplaceable() {
        return true;
    }

    /** Reads an annotation, and reports what is wrong with it. */
    PolicySettings read(AnnotationReader annotation);

    /** The name that the policy's own instance is shown under: {@code Client} or {@code Client.method}. */
    static String displayName(AnnotationReader annotation) {
        String type = Names.of(annotation.type());
        return annotation.isOnType() ? type : type + "." + annotation.target().getSimpleName();
    }
}
