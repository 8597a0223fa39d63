package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A method with the policies that hold for it, to be checked.
 *
 * @param type the interface that carries the policies
 * @param client the interface that the generated class implements, mostly the same
 * @param method the method
 * @param policies what holds for it, from the outside in; at least one
 * @param hasStatus whether its result or an exception carries a status
 * @param mayRepeat whether the user says that it may be repeated
 */
public record ProtectedMethod(
        TypeElement type,
        TypeElement client,
        ApiMethod method,
        List<PolicySettings> policies,
        boolean hasStatus,
        boolean mayRepeat) {

    public ProtectedMethod {
        policies = List.copyOf(policies);
    }

    /** The first policy that does something, from the outside in; or null. */
    @Nullable
    PolicySettings first(Predicate<PolicySettings> does) {
        return policies.stream().filter(does).findFirst().orElse(null);
    }

    /** The policy that makes a second attempt after a failure, or null. */
    public @Nullable PolicySettings retrying() {
        return first(each -> isAfterFailures(each) && isRepeating(each));
    }

    /** A policy that makes a second attempt, be it only after an answer that is rate-limited; or null. */
    public @Nullable PolicySettings repeating() {
        PolicySettings retrying = retrying();
        boolean limited = hasStatus && policies.stream().noneMatch(ProtectedMethod::isAfterFailures);
        return retrying == null && limited ? first(ProtectedMethod::isRepeating) : retrying;
    }

    private static boolean isAfterFailures(PolicySettings settings) {
        return settings.repetition() != null && settings.repetition().afterFailures();
    }

    private static boolean isRepeating(PolicySettings settings) {
        return settings.repetition() != null && settings.repetition().isReal();
    }

    public TypeMirror returns() {
        return method.returns();
    }

    /** The policy that limits the time of each attempt, or null. */
    @Nullable
    PolicySettings limiting() {
        return first(each -> each.limits() != null && each.limits().first().nanos() > 0);
    }

    /** The name for a message about two policies: the method, or the interface if both are on it, to report them once. */
    String subject(PolicySettings one, PolicySettings other) {
        return one.source().isOnType() && other.source().isOnType() ? Names.of(type) : name();
    }

    /** How it is called in messages. */
    public String name() {
        return Names.of(method.element());
    }

    /** The method itself, or a policy's annotation where that is on the method. */
    public Position at() {
        return policies.stream()
                .map(PolicySettings::source)
                .filter(each -> each.target().equals(method.place()))
                .map(AnnotationReader::onTarget)
                .findFirst()
                .orElse(Position.of(method.place()));
    }
}
