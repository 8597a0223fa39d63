package dev.holdfast.processor.kind;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.model.ReturnModel;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A kind of return type that generated code can protect, and the answer to every question about it. Stateless. The defaults are
 * those of a method that returns its answer itself.
 */
public abstract class ReturnKind {

    ReturnKind() {}

    /** The qualified names of the types, without their subtypes: generated code returns what it makes itself. */
    public abstract List<String> types();

    /** What the types are called in messages. */
    public List<String> spoken() {
        return types().stream()
                .map(each -> each.substring(each.lastIndexOf('.') + 1))
                .toList();
    }

    /** Whether the answer comes after the method has returned. */
    public boolean isLater() {
        return !types().isEmpty();
    }

    /**
     * Whether a method is of this kind.
     *
     * @param returned the qualified name of what it returns; empty where that is no class or interface
     */
    boolean isOf(ApiMethod method, String returned) {
        return types().contains(returned);
    }

    /** Whether the answer is any number of items, with times between them. */
    public boolean isStream() {
        return false;
    }

    /** The type of the answer, which may carry a status: of a future its value, otherwise what is returned. */
    public TypeMirror answer(ApiMethod method, JavaTypes java) {
        return method.returns();
    }

    /** The method as its callers write it: what they pass, and what they get. */
    public ApiMethod asCalled(ApiMethod method, JavaTypes java) {
        return method;
    }

    /** The exceptions that are declared for a call, by the method or by its answer. */
    public List<TypeMirror> thrown(ApiMethod method) {
        return method.thrown();
    }

    /** Whether a call may fail with exceptions that are checked and not declared. */
    public boolean failsWithAny() {
        return false;
    }

    /** Warnings that code for such methods gives, which it must silence. */
    public List<String> warnings() {
        return List.of();
    }

    /** The error of a fallback for such a method; null where it can have one. */
    public @Nullable Diagnostic noFallback() {
        return null;
    }

    /** Reports a method whose answer generated code cannot make; says whether it can. */
    public boolean check(ApiMethod method, JavaTypes java, Problems problems) {
        return true;
    }

    /**
     * Describes how such methods are written.
     *
     * @param returns what one of them returns
     * @param nested names a nested class, which is then written
     * @param types copies what the generated class names
     */
    public abstract ReturnModel model(TypeMirror returns, Function<String, ClassName> nested, TypeNames types);
}
