package dev.holdfast.processor.read;

import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.MethodModel.Protection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives overloads of a library's method one guard where theirs would be alike: libraries offer most calls in several forms, as with
 * a request and with what builds it. Events then name the method without its parameters.
 */
final class SharedGuards {

    private SharedGuards() {}

    /** The methods of an interface or class, some with a guard in common. */
    static List<MethodModel> of(List<MethodModel> methods, FamilyMember member, ClassNames names) {
        Map<String, List<Protection>> overloads = new LinkedHashMap<>();
        for (MethodModel each : methods) {
            Protection protection = each.protection();
            if (protection != null) {
                overloads
                        .computeIfAbsent(each.signature().name(), key -> new ArrayList<>(2))
                        .add(protection);
            }
        }
        IdentityHashMap<Protection, Protection> shared = new IdentityHashMap<>();
        overloads.forEach((method, protections) -> {
            List<Protection> alike = alike(protections);
            if (alike.size() > 1) {
                String guard = names.sharedGuard(member, method, alike.get(0));
                String call = withoutParameters(alike.get(0).call());
                alike.forEach(each -> shared.put(each, each.with(guard, call)));
            }
        });
        List<MethodModel> sharing = new ArrayList<>(methods.size());
        for (MethodModel each : methods) {
            Protection protection = shared.get(each.protection());
            sharing.add(protection == null ? each : each.with(protection));
        }
        return sharing;
    }

    /** The most overloads whose guards are alike, the first of several. */
    private static List<Protection> alike(List<Protection> protections) {
        List<Protection> most = List.of();
        List<Protection> rest = protections;
        while (rest.size() > most.size()) {
            List<Protection> alike = new ArrayList<>();
            List<Protection> others = new ArrayList<>();
            for (Protection each : rest) {
                (areAlike(each, rest.get(0)) ? alike : others).add(each);
            }
            most = alike.size() > most.size() ? alike : most;
            rest = others;
        }
        return most;
    }

    private static boolean areAlike(Protection one, Protection other) {
        return one.returned().equals(other.returned())
                && one.retries() == other.retries()
                && one.interruptible() == other.interruptible()
                && one.catches().equals(other.catches())
                && Objects.equals(one.status(), other.status())
                && Objects.equals(one.retryResult(), other.retryResult())
                && Objects.equals(one.failureResult(), other.failureResult())
                && Objects.equals(one.fallback(), other.fallback())
                // By their variables, since comparing the values of policies takes time.
                && variables(one).equals(variables(other));
    }

    private static List<String> variables(Protection protection) {
        List<String> variables = new ArrayList<>();
        protection.policies().forEach(each -> variables.add(each.variable()));
        return variables;
    }

    private static String withoutParameters(String call) {
        int parameters = call.indexOf('(');
        return parameters < 0 ? call : call.substring(0, parameters);
    }
}
