package dev.holdfast.benchmarks.compile;

import java.util.List;

/** What one compilation does. {@link CompileBenchmark} says what their differences mean. */
public enum Variant {

    /** Compiles the interfaces and runs no processor. */
    INTERFACES,

    /** Runs a processor that does nothing on the interfaces, and compiles nothing: what any processor costs. */
    IDLE_PROCESSOR,

    /** Runs Holdfast's processor on the interfaces, and compiles nothing. */
    PROCESSING,

    /** Compiles the interfaces with Holdfast's processor: what a user does. */
    FULL,

    /** Compiles the interfaces and the classes generated before, and runs no processor. */
    BY_HAND;

    List<String> options() {
        return switch (this) {
            case INTERFACES, BY_HAND -> List.of("-proc:none");
            case IDLE_PROCESSOR, PROCESSING -> List.of("-proc:only");
            case FULL -> List.of();
        };
    }

    boolean usesProcessor() {
        return this == PROCESSING || this == FULL;
    }
}
