package dev.holdfast.processor.write;

import dev.holdfast.processor.model.MethodModel.Catch;
import dev.holdfast.processor.model.MethodModel.Protection;
import dev.holdfast.processor.model.PolicyModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The policies and readers of failures that most methods of an interface share. The constructor names them once, in a setup with
 * which those of these methods begin.
 *
 * @param policies from the outside in; none where it would be no shorter
 * @param catches the failures that are read; none where too few methods have the same
 */
record SharedPolicies(List<PolicyModel> policies, List<Catch> catches) {

    /** Nothing. */
    static final SharedPolicies NONE = new SharedPolicies(List.of(), List.of());

    /** The variable of the setup. */
    static final String VARIABLE = "guards";

    /** So many calls less make up for a variable. */
    private static final int WORTH = 2;

    static SharedPolicies of(List<Protection> guards) {
        // By their variables, since comparing the values of policies takes time.
        Map<List<String>, List<Protection>> together = new LinkedHashMap<>();
        for (Protection guard : guards) {
            List<String> variables = shareable(guard).map(PolicyModel::variable).toList();
            together.computeIfAbsent(variables, key -> new ArrayList<>()).add(guard);
        }
        SharedPolicies most = NONE;
        int least = WORTH;
        for (List<Protection> alike : together.values()) {
            SharedPolicies policies = new SharedPolicies(shareable(alike.get(0)).toList(), List.of());
            int saved = policies.saved(alike.size());
            if (saved >= least) {
                most = policies;
                least = saved + 1;
            }
        }
        return most.isEmpty() ? most : most.withReaders(guards);
    }

    /** With the readers that most methods have, if those that have others can do without what they would share. */
    private SharedPolicies withReaders(List<Protection> guards) {
        Set<List<Catch>> candidates = new LinkedHashSet<>();
        guards.stream().filter(this::isPartOf).map(SharedPolicies::readers).forEach(candidates::add);
        SharedPolicies most = this;
        int least = saved(guards);
        for (List<Catch> each : candidates) {
            SharedPolicies read = new SharedPolicies(policies, each);
            int saved = read.saved(guards);
            if (saved > least) {
                most = read;
                least = saved;
            }
        }
        return most;
    }

    private int saved(List<Protection> guards) {
        return saved((int) guards.stream().filter(this::isPartOf).count());
    }

    /** How many calls less there are where so many methods share it. */
    private int saved(int methods) {
        return (methods - 1) * (policies.size() + catches.size()) - 1;
    }

    private boolean startsWith(List<Catch> readers) {
        return readers.size() >= catches.size()
                && readers.subList(0, catches.size()).equals(catches);
    }

    /** The readers of failures that a method has. */
    static List<Catch> readers(Protection guard) {
        return GuardsWriter.readsFailures(guard) ? guard.catches() : List.of();
    }

    /** The readers that its own setup names. */
    List<Catch> restOfReaders(Protection guard) {
        List<Catch> readers = readers(guard);
        return isPartOf(guard) ? readers.subList(catches.size(), readers.size()) : readers;
    }

    /** Without what answers for failures: it is told the failures that the method's fallback takes. */
    private static Stream<PolicyModel> shareable(Protection guard) {
        return guard.policies().stream().filter(each -> !each.kind().answers());
    }

    boolean isEmpty() {
        return policies.isEmpty();
    }

    /** Whether a method has the readers, and the policies or others of the same kinds. */
    boolean isPartOf(Protection guard) {
        return !isEmpty()
                && startsWith(readers(guard))
                && policies.stream()
                        .allMatch(each -> shareable(guard)
                                .anyMatch(other -> other.annotation().equals(each.annotation())));
    }

    /** The policies of a method that its own setup names. */
    List<PolicyModel> rest(Protection guard) {
        return isPartOf(guard)
                ? guard.policies().stream()
                        .filter(each -> !policies.contains(each))
                        .toList()
                : guard.policies();
    }
}
