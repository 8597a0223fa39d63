package dev.holdfast.processor.policy;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of protection, and the answer to every question about it. The names are the same for all its annotations; what one
 * annotation does, such as repeating calls or limiting their time, is in the {@link PolicySettings} that {@link #read} returns.
 */
public abstract class Policy {

    private final ClassName annotation;
    private final String property;
    private final ClassName runtimeType;
    private final ClassName setup;

    /**
     * Names a policy.
     *
     * @param annotation the simple name of its annotation
     * @param property its name in the guard's setup and in generated builders, such as {@code circuitBreaker}
     * @param runtimeType its class in the runtime
     * @param setup the simple name of the class whose calls set it up in generated code
     */
    Policy(String annotation, String property, ClassName runtimeType, String setup) {
        this.annotation = RuntimeNames.annotation(annotation);
        this.property = property;
        this.runtimeType = runtimeType;
        this.setup = RuntimeNames.generated(setup);
    }

    /** The annotation that asks for it. */
    public final ClassName annotation() {
        return annotation;
    }

    /** Its name in the runtime's builders and in generated ones, such as {@code circuitBreaker}. */
    public final String property() {
        return property;
    }

    /** The class in the runtime that does it. */
    public final ClassName runtimeType() {
        return runtimeType;
    }

    /** The class of the runtime whose calls set the policy up in generated code. */
    public final ClassName setup() {
        return setup;
    }

    /** Enums whose constants are written in the setup. */
    public List<ClassName> enums() {
        return List.of();
    }

    /** Whether an instance of the user's can be given to the generated builder in its place. */
    public boolean isReplaceable() {
        return true;
    }

    /** Reads an annotation, and reports errors in it. */
    public abstract PolicySettings read(AnnotationReader annotation);

    /**
     * Reports what is for items of streams only, where there are none. To be called when all methods are read.
     *
     * @param ofStreams whether a method that the annotation holds for returns a stream
     */
    public void checkItems(PolicySettings settings, boolean ofStreams, Problems problems) {}

    /**
     * Checks an annotation against the method that it holds for and the method's other policies, and reports what is wrong. A rule
     * about the annotation alone belongs to {@link #read}.
     *
     * @param settings the annotation, one of the method's
     */
    public void check(PolicySettings settings, ProtectedMethod method, Problems problems) {}

    /** The messages about this policy alone. */
    public List<Diagnostic> diagnostics() {
        return List.of();
    }

    /** The error of an annotation that has no effect on methods without a status to read; null where it has one. */
    public @Nullable Diagnostic withoutStatus(AnnotationReader annotation) {
        return null;
    }

    /** The name that the policy's own instance is shown under: {@code Client} or {@code Client.method}. */
    public static String displayName(AnnotationReader annotation) {
        String type = Names.of(annotation.type());
        return annotation.isOnType() ? type : type + "." + annotation.target().getSimpleName();
    }
}
