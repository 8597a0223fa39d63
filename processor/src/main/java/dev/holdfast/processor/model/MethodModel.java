package dev.holdfast.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method to be written.
 *
 * @param signature what it overrides
 * @param fluent whether the delegate may return itself, in whose place the decorator is returned
 * @param handedOut what protects the client that the method returns; null where it returns none, or an unprotected one
 * @param protection what stands around the call; null where the call goes straight to the delegate
 */
public record MethodModel(
        Signature signature,
        boolean fluent,
        @Nullable HandedOut handedOut,
        @Nullable Protection protection) {

    /** What stands around the calls of methods; those that go straight to the delegate have nothing. */
    public static List<Protection> protections(List<MethodModel> methods) {
        return methods.stream()
                .flatMap(each -> Stream.ofNullable(each.protection()))
                .toList();
    }

    /** The guards of methods, which overloads may have in common. */
    public static List<Protection> guards(List<MethodModel> methods) {
        Map<String, Protection> guards = new LinkedHashMap<>();
        protections(methods).forEach(each -> guards.putIfAbsent(each.guard(), each));
        return List.copyOf(guards.values());
    }

    /** The same method with something else around its call. */
    public MethodModel with(Protection other) {
        return new MethodModel(signature, fluent, handedOut, other);
    }

    /**
     * A client that a method returns, and what protects it.
     *
     * @param type the class that protects it
     * @param used the same with the type arguments of the client
     * @param wrapper the method of the generated class that makes it; null where a constructor does, of what all share
     * @param replaces whether the method is declared to return it: the client's own type is a class, which is no supertype
     * @param nullable whether the client may be null
     * @param cache the field that keeps the last one; null where each is new
     */
    public record HandedOut(
            ClassName type,
            TypeName used,
            @Nullable String wrapper,
            boolean replaces,
            boolean nullable,
            @Nullable String cache) {

        /** Whether the class has type parameters. */
        public boolean generic() {
            return used instanceof ParameterizedTypeName;
        }
    }

    /**
     * The method's declaration.
     *
     * @param receiver what the delegate must be taken for, because the interface inherits several methods that a call may mean;
     *     or null
     */
    public record Signature(
            String name,
            @Nullable TypeName receiver,
            List<AnnotationSpec> annotations,
            List<TypeVariableName> typeVariables,
            TypeName returns,
            List<ParameterSpec> parameters,
            boolean varargs,
            List<TypeName> thrown) {

        public Signature {
            annotations = List.copyOf(annotations);
            typeVariables = List.copyOf(typeVariables);
            parameters = List.copyOf(parameters);
            thrown = List.copyOf(thrown);
        }

        /** What stands on the type of the result: on the name of its class where it has type arguments. */
        public List<AnnotationSpec> returnAnnotations() {
            return returns instanceof ParameterizedTypeName generic
                    ? generic.rawType().annotations()
                    : returns.annotations();
        }

        public boolean isVoid() {
            return returns.equals(TypeName.VOID);
        }
    }

    /**
     * What stands around a call.
     *
     * @param holder the field of what holds the guard; empty where the class itself does
     * @param guard the guard's field
     * @param call how the method is called in events
     * @param policies what protects it, from the outside in
     * @param returned what depends on the kind of its return type
     * @param retries whether there may be a second attempt
     * @param interruptible whether the method may throw {@code InterruptedException}
     * @param status how a status is read from the result, or null
     * @param retryResult the constant with the predicate that asks for a retry, or null
     * @param failureResult the constant with the predicate that tells a failure, or null
     * @param catches the exceptions that carry a status, subclasses first
     * @param fallback what answers where the call has failed; or null
     * @param waits worst-case waiting, as plain text; empty where there is none
     */
    public record Protection(
            String holder,
            String guard,
            String call,
            List<PolicyModel> policies,
            ReturnModel returned,
            boolean retries,
            boolean interruptible,
            @Nullable ResultStatus status,
            @Nullable String retryResult,
            @Nullable String failureResult,
            List<Catch> catches,
            @Nullable FallbackModel fallback,
            String waits) {

        public Protection {
            policies = List.copyOf(policies);
            catches = List.copyOf(catches);
        }

        /** The same with another guard. */
        public Protection with(String guardsField, String guardsCall) {
            return new Protection(
                    holder,
                    guardsField,
                    guardsCall,
                    policies,
                    returned,
                    retries,
                    interruptible,
                    status,
                    retryResult,
                    failureResult,
                    catches,
                    fallback,
                    waits);
        }

        public ClassName guardType() {
            return returned.guardType();
        }

        /** Whether the answer is not there yet when the method returns. */
        public boolean later() {
            return returned.isLater();
        }

        /** Whether nothing stands around the call itself. */
        public boolean onlyFallback() {
            return fallback != null
                    && policies.stream().allMatch(each -> each.kind().answers());
        }

        /** Whether the result has a say. */
        public boolean looksAtResult() {
            return status != null || hasPredicate();
        }

        /** Whether an answer may come too late. */
        public boolean timed() {
            return policies.stream().anyMatch(each -> each.kind().limitsTime());
        }

        public boolean hasPredicate() {
            return retryResult != null || failureResult != null;
        }
    }

    /**
     * How a result is read.
     *
     * @param constant the hint
     * @param headers whether a good result's headers matter
     * @param discards whether the hint has a way of its own to let go of a result
     */
    public record ResultStatus(String constant, boolean headers, boolean discards) {}

    /** An exception and the constant that reads it. */
    public record Catch(TypeName exception, String constant) {}
}
