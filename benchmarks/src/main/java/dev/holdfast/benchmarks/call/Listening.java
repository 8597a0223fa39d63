package dev.holdfast.benchmarks.call;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.HoldfastBuilder;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.ResilienceListener;

/** Who listens to calls, and does nothing else. */
public enum Listening {

    /** A context without a listener. */
    NOBODY,

    /** A listener to what policies do. */
    POLICIES,

    /** A listener to calls that wants no times. */
    CALLS,

    /** A listener to calls. */
    TIMES;

    Holdfast holdfast() {
        HoldfastBuilder builder = Holdfast.builder();
        switch (this) {
            case NOBODY -> {}
            case POLICIES -> builder.listener(new ResilienceListener() {});
            case CALLS, TIMES -> builder.listener(new Calls(this == TIMES));
        }
        return builder.build();
    }

    private record Calls(boolean wantsTimes) implements CallListener {}
}
