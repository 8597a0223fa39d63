package dev.holdfast.processor.check;

import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.policy.ProtectedMethod;
import java.util.List;

/** One rule about methods and the effects of their policies. A policy has its own rules in {@code Policy.check}. */
public interface MethodCheck {

    /** The rules that hold for all policies. */
    List<MethodCheck> ALL =
            List.of(new NonIdempotentCheck(), new OneShotArgumentCheck(), new NoIoCheck(), new ClientRetriesCheck());

    /** Reports what is wrong. */
    void check(ProtectedMethod method, JavaTypes java, Problems problems);

    /** Checks a method by all rules, and then by those of each of its policies. */
    static void checkAll(ProtectedMethod method, JavaTypes java, Problems problems) {
        ALL.forEach(each -> each.check(method, java, problems));
        method.policies().forEach(each -> each.policy().check(each, method, problems));
    }
}
