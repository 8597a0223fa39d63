package dev.holdfast.processor.write;

import dev.holdfast.processor.model.MethodModel.Protection;
import dev.holdfast.processor.model.PolicyModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The policies that most methods of an interface have together. The constructor names them once, in a setup with which those of
 * these methods begin.
 *
 * @param policies from the outside in; none where it would be no shorter
 */
record SharedPolicies(List<PolicyModel> policies) {

    /** No policies. */
    static final SharedPolicies NONE = new SharedPolicies(List.of());

    /** The variable of the setup. */
    static final String VARIABLE = "guards";

    /** So many calls less make up for a variable. */
    private static final int WORTH = 2;

    static SharedPolicies of(List<Protection> guards) {
        // By their variables: what a policy is made with takes time to compare.
        Map<List<String>, List<Protection>> together = new LinkedHashMap<>();
        for (Protection guard : guards) {
            List<String> variables = shareable(guard).map(PolicyModel::variable).toList();
            together.computeIfAbsent(variables, key -> new ArrayList<>()).add(guard);
        }
        List<PolicyModel> most = List.of();
        int least = WORTH;
        for (List<Protection> alike : together.values()) {
            List<PolicyModel> policies = shareable(alike.get(0)).toList();
            int saved = (alike.size() - 1) * policies.size() - 1;
            if (saved >= least) {
                most = policies;
                least = saved + 1;
            }
        }
        return new SharedPolicies(most);
    }

    /** Without what answers for failures: it is told the failures that the method's fallback takes. */
    private static Stream<PolicyModel> shareable(Protection guard) {
        return guard.policies().stream().filter(each -> !each.kind().answers());
    }

    boolean isEmpty() {
        return policies.isEmpty();
    }

    /** Whether a method has them, or others of the same kinds. */
    boolean isPartOf(Protection guard) {
        return !isEmpty()
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
