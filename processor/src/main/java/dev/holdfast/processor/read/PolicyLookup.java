package dev.holdfast.processor.read;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Occurrence;
import dev.holdfast.processor.model.RuntimeNames;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.policy.Policy;
import dev.holdfast.processor.policy.PolicySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Which annotation of a policy holds for a method of an interface. From the nearest: the method's own, those of the methods
 * that it overrides, the interface's, those of the super-interfaces that have the method. {@code @Exempt} on a method ends
 * the search. Every annotation is read once.
 */
public final class PolicyLookup {

    private record Key(Policy policy, Element target) {

        // Those that a record has take long in a fresh compiler, and each method asks for dozens of keys.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && policy.equals(key.policy) && target.equals(key.target);
        }

        @Override
        public int hashCode() {
            return 31 * policy.hashCode() + target.hashCode();
        }
    }

    private final Subject subject;

    /** The interface that a class is generated for. */
    private final TypeElement reader;

    private final Predicate<ApiMethod> selection;

    /** The interface and those above it, then those of a library that its class implements. */
    private final List<TypeElement> types = new ArrayList<>();

    /** The first of them whose policies hold for no methods but those that they have. */
    private final int inherited;

    private final JavaTypes java;
    private final Problems problems;
    private final Map<Key, PolicySettings> read;
    private final Map<Key, List<ApiMethod>> applied;

    /**
     * Looks up policies for an interface.
     *
     * @param selection the methods that the policies of the interface hold for
     */
    PolicyLookup(Subject subject, Predicate<ApiMethod> selection, JavaTypes java, Problems problems) {
        this.subject = subject;
        this.reader = subject.policies();
        this.selection = selection;
        this.java = java;
        this.problems = problems;
        this.read = new LinkedHashMap<>();
        this.applied = new HashMap<>();
        addBreadthFirst(subject.policies());
        inherited = subject.isOwned() ? 0 : types.size();
        addBreadthFirst(subject.target());
        for (Policy policy : Policies.ALL) {
            read(policy, subject.policies());
        }
    }

    /** Looks up policies for a client that a method of another returns: its own, then those of the other. */
    private PolicyLookup(PolicyLookup root, Subject subject) {
        this.subject = subject;
        this.reader = root.reader;
        this.selection = root.selection;
        this.java = root.java;
        this.problems = root.problems;
        this.read = root.read;
        this.applied = root.applied;
        types.add(subject.policies());
        addBreadthFirst(root.reader);
        inherited = types.size();
        addBreadthFirst(subject.target());
        for (Policy policy : Policies.ALL) {
            read(policy, subject.policies());
        }
    }

    /** The policies of a client that a method returns, each read once for all clients. */
    PolicyLookup nested(Subject client) {
        return new PolicyLookup(this, client);
    }

    private void addBreadthFirst(TypeElement type) {
        int first = types.size();
        if (!types.contains(type)) {
            types.add(type);
        }
        for (int i = first; i < types.size(); i++) {
            types.get(i).getInterfaces().stream()
                    .map(JavaTypes::element)
                    .filter(each -> !types.contains(each))
                    .forEach(types::add);
        }
    }

    /** What protects a method, from the outside in. */
    public List<PolicySettings> find(ApiMethod method) {
        List<PolicySettings> found = new ArrayList<>();
        for (Policy policy : Policies.ALL) {
            PolicySettings settings = find(policy, method);
            if (settings != null) {
                found.add(settings);
                applied.computeIfAbsent(new Key(policy, settings.source().target()), key -> new ArrayList<>())
                        .add(method);
            }
        }
        return found;
    }

    private @Nullable PolicySettings find(Policy policy, ApiMethod method) {
        if (!method.isAbstract() && !subject.forwardsDefaults()) {
            // What a default method calls is protected; itself only if that is asked for.
            return read(policy, method.element());
        }
        for (ExecutableElement declaration : method.annotated()) {
            PolicySettings own = read(policy, declaration);
            if (own != null) {
                return own;
            }
            if (isExempt(declaration)) {
                return null;
            }
        }
        if (isClose(method) || !selection.test(method)) {
            return null;
        }
        for (TypeElement type : types) {
            PolicySettings settings = hasMethod(type, method) ? read(policy, type) : null;
            if (settings != null) {
                return settings;
            }
        }
        return null;
    }

    /** Closing gives back what the client holds and is no call to the service: only an annotation of its own counts. */
    private static boolean isClose(ApiMethod method) {
        return method.declarations().stream()
                .map(Names::typeOf)
                .anyMatch(each -> each.getQualifiedName().contentEquals("java.lang.AutoCloseable"));
    }

    private boolean hasMethod(TypeElement type, ApiMethod method) {
        return types.indexOf(type) < inherited
                || method.declarations().stream()
                        .anyMatch(each -> java.types()
                                .isSubtype(
                                        java.types().erasure(type.asType()),
                                        java.types().erasure(Names.typeOf(each).asType())));
    }

    static boolean isExempt(Element target) {
        return Occurrence.find(target, RuntimeNames.EXEMPT_ANNOTATION) != null;
    }

    private @Nullable PolicySettings read(Policy policy, Element target) {
        Key key = new Key(policy, target);
        PolicySettings known = read.get(key);
        Occurrence occurrence = known != null ? null : Occurrence.find(target, policy.annotation());
        if (occurrence == null) {
            return known;
        }
        PolicySettings settings = policy.read(new AnnotationReader(occurrence, reader, java, problems));
        read.put(key, settings);
        return settings;
    }

    /** All annotations that were read, in reading order. */
    public List<PolicySettings> all() {
        return List.copyOf(read.values());
    }

    /** The methods that an annotation holds for, of those that were asked for. */
    public List<ApiMethod> methods(PolicySettings settings) {
        return applied.getOrDefault(new Key(settings.policy(), settings.source().target()), List.of());
    }
}
