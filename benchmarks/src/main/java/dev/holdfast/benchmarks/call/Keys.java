package dev.holdfast.benchmarks.call;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Each thread's own keys, one after the other. */
@State(Scope.Thread)
public class Keys {

    private int next;

    /** Called by JMH. */
    public Keys() {}

    int next() {
        return next++;
    }
}
