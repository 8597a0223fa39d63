package dev.holdfast.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random names, of the kind that generated code has itself. */
final class ShapeNames {

    private static final List<String> TYPES = List.of(
            "Client",
            "Api",
            "Holdfast",
            "Permit",
            "SyncGuard",
            "Builder",
            "Objects",
            "Override",
            "CircuitBreaker",
            "ExponentialBackoff",
            "RateLimiter",
            "Bulkhead",
            "RateLimitHint",
            "Backoff",
            "String",
            "Object",
            "Throwable",
            "Generated",
            "Nullable",
            "Duration",
            "List",
            "SuppressWarnings",
            "Deprecated",
            "Resilient",
            "Entry");
    private static final List<String> VARIABLES = List.of(
            "T",
            "E",
            "K",
            "U",
            "Permit",
            "Holdfast",
            "Client",
            "SyncGuard",
            "Throwable",
            "String",
            "Object",
            "Builder",
            "Override");
    private static final List<String> PARAMETERS = List.of(
            "request",
            "key",
            "java",
            "record",
            "delegate",
            "result",
            "failure",
            "permit",
            "attempt",
            "builder",
            "holdfast",
            "var",
            "yield",
            "_x",
            "$",
            "dev",
            "retry",
            "failed",
            "result_",
            "permit_",
            "attempt_",
            "failure_",
            "Objects",
            "Holdfast",
            "Permit",
            "SyncGuard",
            "RateLimitHint",
            "String",
            "BUSY",
            "größe",
            "module",
            "sealed",
            "when",
            "q",
            "begin",
            "get",
            "circuitBreaker",
            "backoff",
            "rateLimiter",
            "bulkhead",
            "fallback",
            "reason",
            "thrown",
            "this_");
    private static final List<String> METHODS = List.of(
            "get",
            "find",
            "list",
            "begin",
            "succeeded",
            "failed",
            "accepts",
            "refused",
            "build",
            "builder",
            "newBuilder",
            "delegate",
            "permit",
            "attempt",
            "result",
            "failure",
            "holdfast",
            "circuitBreaker",
            "backoff",
            "rateLimiter",
            "bulkhead",
            "fallback",
            "reason",
            "thrown",
            "java",
            "dev",
            "record",
            "var",
            "to",
            "with",
            "wait",
            "notify",
            "clone",
            "getClass",
            "finalize",
            "toString",
            "hashCode",
            "equals",
            "close",
            "$",
            "_x",
            "BUSY",
            "Objects",
            "Holdfast",
            "имя",
            "getBackoff",
            "exemptOne",
            "exemptTwo",
            "main",
            "compareTo",
            "apply",
            "iterator");

    private final Random random;
    private final Set<String> used = new HashSet<>();

    ShapeNames(Random random) {
        this.random = random;
    }

    /** A type's name that was not given out before. */
    public String type() {
        return type(List.of());
    }

    /** The same, and not among some. */
    public String type(List<String> taken) {
        List<String> all = new ArrayList<>(used);
        all.addAll(taken);
        String name = other(TYPES, all);
        used.add(name);
        return name;
    }

    /** A type variable's name that is not among some. */
    public String variable(List<String> taken) {
        return other(VARIABLES, taken);
    }

    /** A parameter's name that is not among some. */
    public String parameter(List<String> taken) {
        return other(PARAMETERS, taken);
    }

    public String method() {
        return METHODS.get(random.nextInt(METHODS.size()));
    }

    private String other(List<String> names, List<String> taken) {
        for (int i = 0; i < 50; i++) {
            String name = names.get(random.nextInt(names.size()));
            if (!taken.contains(name)) {
                return name;
            }
        }
        return names.get(0) + taken.size();
    }
}
