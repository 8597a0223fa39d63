package dev.holdfast.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.holdfast.processor.javac.AsciiSource;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.PolicyModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;

/** Writes the code that makes the guards of one class. It names the policies that most of them have only once. */
final class GuardsWriter {

    /** The most bytes of code to put into one method, which holds 65,535. */
    static final int LONGEST = 60_000;

    /** The most bytes of code for a guard without policies and readers of failures. */
    private static final int GUARD_BYTES = 50;

    private static final int POLICY_BYTES = 7;
    private static final int CATCH_BYTES = 9;

    /** The bytes to read a field of another object. */
    private static final int FIELD_BYTES = 3;

    /** Begins a line that continues a statement. */
    private static final String CONTINUED = "\n        ";

    private final List<MethodModel.Protection> guards;
    private final SharedPolicies shared;
    private final String from;

    /**
     * Creates a writer.
     *
     * @param from the object with the setup and the policies, with a dot; empty for local variables
     */
    GuardsWriter(List<MethodModel.Protection> guards, String from) {
        this(guards, SharedPolicies.of(guards), from);
    }

    private GuardsWriter(List<MethodModel.Protection> guards, SharedPolicies shared, String from) {
        this.guards = guards;
        this.shared = shared;
        this.from = from;
    }

    /** Returns a writer of guards that are each made in a method of their own. */
    GuardsWriter apart() {
        return new GuardsWriter(guards, SharedPolicies.NONE, from);
    }

    SharedPolicies shared() {
        return shared;
    }

    /** The most bytes that the code of all guards takes. */
    int bytes() {
        return guards.stream().mapToInt(this::bytes).sum();
    }

    private int bytes(MethodModel.Protection guard) {
        FallbackModel fallback = guard.fallback();
        int read = from.isEmpty() ? 0 : FIELD_BYTES;
        return GUARD_BYTES
                + read
                + (POLICY_BYTES + read) * shared.rest(guard).size()
                + CATCH_BYTES
                        * (shared.restOfReaders(guard).size()
                                + (fallback == null ? 0 : fallback.taken().size()));
    }

    /** The setup that those of methods begin with; empty where they begin with none. */
    CodeBlock sharedSetup(String client) {
        if (shared.isEmpty()) {
            return CodeBlock.of("");
        }
        List<Object> chain = new ArrayList<>();
        chain.addAll(
                List.of(RuntimeNames.GUARD_SETUP, " " + SharedPolicies.VARIABLE + " = ", RuntimeNames.GUARD_SETUP));
        chain.add(".of(" + AsciiSource.literal(client) + ")");
        shared.policies()
                .forEach(each -> chain.add(CONTINUED + "." + each.property() + "(" + from + each.variable() + ")"));
        addReaders(shared.catches(), chain);
        chain.add(";");
        return new Lines().add(chain.toArray()).build();
    }

    /** Makes a guard for its field. */
    CodeBlock field(MethodModel.Protection protection) {
        return guard("this." + protection.guard() + " = ", protection);
    }

    /** Makes a guard in a statement that begins with a text. */
    CodeBlock guard(String start, MethodModel.Protection protection) {
        List<Object> chain = new ArrayList<>();
        chain.add(start);
        if (shared.isPartOf(protection)) {
            chain.add(SharedPolicies.VARIABLE + ".method(");
        } else {
            chain.addAll(List.of(RuntimeNames.GUARD_SETUP, ".of("));
        }
        chain.add(AsciiSource.literal(protection.call()) + ")");
        for (PolicyModel policy : shared.rest(protection)) {
            chain.add(CONTINUED + "." + policy.property() + "(" + from + policy.variable());
            if (policy.kind().answers()) {
                addTaken(protection, chain);
            }
            chain.add(")");
        }
        MethodModel.ResultStatus status = protection.status();
        if (status != null && status.discards()) {
            chain.add(CONTINUED + ".discards()");
        }
        addReaders(protection, chain);
        if (protection.later()) {
            addPredicates(protection, chain);
        } else if (protection.interruptible()) {
            chain.add(CONTINUED + ".interruptible()");
        }
        chain.add(CONTINUED + "." + protection.returned().guardMethod() + "(" + from + "setup);");
        return new Lines().add(chain.toArray()).build();
    }

    /** The only failures that the fallback's methods take, where it is not given all. */
    private static void addTaken(MethodModel.Protection protection, List<Object> chain) {
        FallbackModel fallback = protection.fallback();
        for (TypeName each : fallback == null ? List.<TypeName>of() : fallback.taken()) {
            chain.addAll(List.of(", ", each, ".class"));
        }
    }

    /** What reads failures, and results that are refused or come later. */
    private void addReaders(MethodModel.Protection protection, List<Object> chain) {
        boolean guarded = protection.later() || !protection.onlyFallback();
        MethodModel.ResultStatus status = protection.status();
        if (status != null && guarded) {
            chain.add(CONTINUED + ".result(" + status.constant() + ")");
        }
        addReaders(shared.restOfReaders(protection), chain);
    }

    private static void addReaders(List<MethodModel.Catch> failures, List<Object> chain) {
        for (MethodModel.Catch each : failures) {
            chain.addAll(List.of(CONTINUED + ".failure(", each.exception(), ".class, " + each.constant() + ")"));
        }
    }

    /** Whether a guard reads the failures that have a status. */
    static boolean readsFailures(MethodModel.Protection protection) {
        FallbackModel fallback = protection.fallback();
        return protection.later() || !protection.onlyFallback() || (fallback != null && fallback.leavesFailures());
    }

    /** What looks at results that come later: the method has not got them yet. */
    private static void addPredicates(MethodModel.Protection protection, List<Object> chain) {
        if (protection.retryResult() != null) {
            chain.add(CONTINUED + ".retryResult(" + protection.retryResult() + ")");
        }
        if (protection.failureResult() != null) {
            chain.add(CONTINUED + ".failureResult(" + protection.failureResult() + ")");
        }
    }
}
