package dev.holdfast.processor.check;

import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.JavaTypes;
import java.util.List;

/** One rule about methods and the policies that hold for them. */
public interface MethodCheck {

    /** All rules. */
    List<MethodCheck> ALL =
            List.of(new NonIdempotentCheck(), new OneShotArgumentCheck(), new NoIoCheck(), new BudgetCheck());

    /** Reports what is wrong. */
    void check(ProtectedMethod method, JavaTypes java, Problems problems);
}
