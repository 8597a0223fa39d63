package dev.holdfast.processor.check;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.policy.BackoffPolicy;
import dev.holdfast.processor.policy.PolicySettings;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A method with the policies that hold for it, to be checked.
 *
 * @param type the interface that a class is generated for
 * @param method the method
 * @param policies what holds for it, from the outside in; at least one
 * @param hasStatus whether its result or an exception carries a status
 */
public record ProtectedMethod(TypeElement type, ApiMethod method, List<PolicySettings> policies, boolean hasStatus) {

    public ProtectedMethod {
        policies = List.copyOf(policies);
    }

    /** The policy that makes a second attempt after a failure, or null. */
    public @Nullable PolicySettings backoff() {
        return policies.stream()
                .filter(each -> each.policy() instanceof BackoffPolicy && isRepeating(each))
                .findFirst()
                .orElse(null);
    }

    /** A policy that makes a second attempt, be it only after an answer that is rate-limited; or null. */
    @Nullable
    PolicySettings repeating() {
        PolicySettings backoff = backoff();
        boolean limited = hasStatus && policies.stream().noneMatch(each -> each.policy() instanceof BackoffPolicy);
        return backoff != null || !limited
                ? backoff
                : policies.stream()
                        .filter(ProtectedMethod::isRepeating)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isRepeating(PolicySettings settings) {
        return settings.waiting().schedule().size() > 0;
    }

    public TypeMirror returns() {
        return method.returns();
    }

    /** How it is called in messages. */
    public String name() {
        return Names.of(method.element());
    }

    /** The method itself, or a policy's annotation where that is on the method. */
    public Position at() {
        return policies.stream()
                .map(PolicySettings::source)
                .filter(each -> each.target().equals(method.element()))
                .map(AnnotationReader::onTarget)
                .findFirst()
                .orElse(Position.of(method.element()));
    }
}
